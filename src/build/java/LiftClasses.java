import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Writes the classes of a jar in the form of Java 6 where theirs is older, because a class-data archive leaves those out. */
public final class LiftClasses {

    /** Where the major version stands in a class file. */
    private static final int MAJOR = 6;

    private LiftClasses() {}

    /** Changes the jar named by the first argument, which must be on the class path with what its classes extend. */
    public static void main(String[] args) throws IOException {
        try (var files = FileSystems.newFileSystem(Path.of(args[0]));
                var entries = Files.walk(files.getPath("/"))) {
            for (var entry :
                    entries.filter(entry -> entry.toString().endsWith(".class")).toList()) {
                var old = Files.readAllBytes(entry);
                if (ByteBuffer.wrap(old).getShort(MAJOR) < Opcodes.V1_6) {
                    Files.write(entry, lifted(old));
                }
            }
        }
    }

    /** From Java 6 on a method states the types on its stack, which this works out. */
    private static byte[] lifted(byte[] old) {
        var reader = new ClassReader(old);
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        reader.accept(new Lifted(writer), 0);
        return writer.toByteArray();
    }

    /** The same class, of another version. */
    private static final class Lifted extends ClassVisitor {

        Lifted(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V1_6, access, name, signature, parent, interfaces);
        }
    }
}
