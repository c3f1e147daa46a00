import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times whole processes of the packaged launcher in turn, and prints their medians. */
public final class ColdPath {

    private final String name;
    private final List<String> command;
    private final String javaOptions;
    private final List<Double> seconds = new ArrayList<>();

    private ColdPath(String name, String javaOptions, String... command) {
        this.name = name;
        this.javaOptions = javaOptions;
        this.command = List.of(command);
    }

    /** Takes the number of runs, the application folder, and the folder with the stores and {@code boot.jar}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var runs = Integer.parseInt(args[0]);
        var app = Path.of(args[1]);
        var work = Path.of(args[2]);
        var launcher = app.resolve("bin/ficelle").toString();
        var path = new ColdPath(
                "ficelle path",
                "",
                launcher,
                "path",
                "--store",
                work.resolve("path").toString(),
                "@MuxtarYev",
                "Mediamark Digital");
        // A class named among the options comes before the launcher's own -jar, which is then only an argument.
        var boot = " org.ficelle.graph.BootOnly " + work.resolve("boot");
        var jar = File.pathSeparator + work.resolve("boot.jar");
        var shared = new ColdPath(
                "Neo4j, same archive", "-cp " + app.resolve("lib/ficelle.jar") + jar + boot, launcher, "--boot");
        var place = work.resolve("alone");
        var archive = work.resolve("alone.jsa");
        var late = Runtime.version().feature() >= 25;
        var classes = " -cp " + place.resolve("lib/ficelle.jar") + jar + boot;
        var alone = new ColdPath(
                "Neo4j, own archive",
                (late ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive + classes,
                place.resolve("bin/ficelle").toString(),
                "--boot");
        var help = new ColdPath("ficelle --help", "", launcher, "--help");
        new ColdPath(
                        "training",
                        (late ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive + classes,
                        place.resolve("bin/ficelle").toString(),
                        "--boot")
                .time();

        var all = List.of(path, shared, alone, help);
        for (var each : all) {
            each.time();
        }
        for (var i = 0; i < runs; i++) {
            for (var each : all) {
                each.seconds.add(each.time());
            }
        }

        all.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "ratio to Neo4j, same archive %.2f%n", path.median() / shared.median());
        System.out.printf(Locale.ROOT, "ratio to Neo4j, own archive  %.2f%n", path.median() / alone.median());
    }

    private double time() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("FICELLE_JAVA_OPTS", javaOptions);
        var start = System.nanoTime();
        var exit = builder.start().waitFor();
        var end = System.nanoTime();
        if (exit != 0) {
            throw new IllegalStateException(name + " ended with exit code " + exit);
        }
        return (end - start) / 1e9;
    }

    private double median() {
        var sorted = sorted();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted() {
        return seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    @Override
    public String toString() {
        var sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%-19s median %.2f s, from %.2f to %.2f s in %d runs",
                name,
                median(),
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
