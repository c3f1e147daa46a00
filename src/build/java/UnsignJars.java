import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/** Takes the signatures out of the jars in a folder, because a class-data archive leaves out every signed class. */
public final class UnsignJars {

    private UnsignJars() {}

    /** Changes the jars of the folder named by the first argument; a jar without signatures stays as it is. */
    public static void main(String[] args) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (var jar : jars) {
                unsign(jar);
            }
        }
    }

    private static void unsign(Path jar) throws IOException {
        try (var files = FileSystems.newFileSystem(jar)) {
            var folder = files.getPath("META-INF");
            var signatures = signatures(folder);
            if (signatures.isEmpty()) {
                return;
            }
            for (var signature : signatures) {
                Files.delete(signature);
            }
            dropDigests(folder.resolve("MANIFEST.MF"));
        }
    }

    private static List<Path> signatures(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.{SF,RSA,DSA,EC}")) {
                files.forEach(found::add);
            }
        }
        return found;
    }

    private static void dropDigests(Path file) throws IOException {
        Manifest manifest;
        try (var in = Files.newInputStream(file)) {
            manifest = new Manifest(in);
        }
        for (var attributes : manifest.getEntries().values()) {
            attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest"));
        }
        manifest.getEntries().values().removeIf(attributes -> attributes.isEmpty());
        try (var out = Files.newOutputStream(file)) {
            manifest.write(out);
        }
    }
}
