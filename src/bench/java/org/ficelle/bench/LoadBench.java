package org.ficelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.cli.AdminTool;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Measures loads of made-up dossiers beside LOAD CSV and neo4j-admin's import of the same graph. Each step is a process of
 * its own with the same heap, Ficelle from its application folder, and its time is that of the whole process, by the clock and by the processors: where others
 * use the machine, only the second can be compared.
 */
public final class LoadBench {

    private static final Path FICELLE =
            Path.of("target", "ficelle", "bin", "ficelle").toAbsolutePath();
    private static final Path WORK = Path.of("target", "bench", "loads").toAbsolutePath();
    private static final String HEAP = System.getenv().getOrDefault("BENCH_HEAP", "2g");
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");
    private static final Pattern STATEMENT = Pattern.compile("\"statement\"\\s*:\\s*\"");
    private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"");
    private static final Pattern DERIVES = Pattern.compile("\"derivesFrom\"\\s*:\\s*\\[[^\\]]*\\]");
    private static final int ONE_PERCENT = 100;
    private static final int INDEX_MINUTES = 60;

    private LoadBench() {}

    /** What a step took; the peak is the most that was in use of the heap after a collection. */
    private record Taken(double seconds, double processor, long megabytes) {}

    /** @param arguments numbers of claims, or what a process of the bench is to do */
    public static void main(String[] arguments) throws IOException, InterruptedException, ReflectiveOperationException {
        switch (arguments[0]) {
            case "timed" ->
                timed(Path.of(arguments[1]), arguments[2], Arrays.copyOfRange(arguments, 3, arguments.length));
            case "csv" -> CsvGraph.write(Path.of(arguments[1]), Path.of(arguments[2]));
            case "load-csv" -> loadCsv(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> {
                System.out.printf(
                        "%-8s %-44s %8s %9s %6s %6s %9s %6s%n",
                        "claims", "step", "seconds", "claims/s", "heap", "ratio", "processor", "ratio");
                for (String claims : arguments) {
                    measure(Integer.parseInt(claims));
                }
            }
        }
    }

    private static void measure(int claims) throws IOException, InterruptedException {
        Path folder = WORK.resolve(String.valueOf(claims));
        delete(folder);
        Path data = folder.resolve("data");
        Path store = folder.resolve("store");
        Path csv = folder.resolve("csv");
        run(folder, "made-up", Generate.class, "--claims", String.valueOf(claims), "--out", data.toString());
        Taken first = load(folder, "first", store, data);
        print(claims, "first load", first, first);
        print(claims, "reload, nothing changed", load(folder, "unchanged", store, data), first);
        int files = change(data, false);
        print(
                claims,
                "reload, 1 % changed in " + files + " file" + (files == 1 ? "" : "s"),
                load(folder, "changed", store, data),
                first);
        change(data, true);
        print(claims, "reload, the same and their documents' titles", load(folder, "changed-more", store, data), first);
        run(folder, "csv", LoadBench.class, "csv", store.toString(), csv.toString());
        Taken imported = run(folder, "import", AdminTool.class, importing(csv));
        print(claims, "neo4j-admin import of the same graph", imported, first);
        Taken loadCsv = run(
                folder,
                "load-csv",
                LoadBench.class,
                "load-csv",
                csv.toString(),
                folder.resolve("by-csv").toString());
        print(claims, "LOAD CSV of the same graph", loadCsv, first);
        Path file = data.resolve(Synthetic.name(0) + ".json");
        Files.writeString(file, DERIVES.matcher(Files.readString(file)).replaceFirst("\"derivesFrom\" : [ ]"));
        print(claims, "reload, a document derives from no other", load(folder, "lineage", store, data), first);
        delete(folder);
    }

    private static String[] importing(Path csv) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "database",
                "import",
                "full",
                GraphDatabaseSettings.DEFAULT_DATABASE_NAME,
                "--id-type=integer",
                "--array-delimiter=U+001F",
                "--multiline-fields=true",
                "--report-file=" + csv.resolve("import.report"),
                "--overwrite-destination"));
        arguments.addAll(Files.readAllLines(csv.resolve("import.args")));
        return arguments.toArray(String[]::new);
    }

    /** Runs the script, constraints and indexes first, as its lines are. */
    private static void loadCsv(Path csv, Path home) throws IOException {
        DatabaseManagementService neo4j = CsvGraph.open(home);
        try {
            GraphDatabaseService database = neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            for (String statement : Files.readAllLines(csv.resolve("load.cypher"))) {
                database.executeTransactionally(statement);
            }
            try (Transaction transaction = database.beginTx()) {
                transaction.schema().awaitIndexesOnline(INDEX_MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            neo4j.shutdown();
        }
    }

    /**
     * Gives one claim in a hundred another statement, all in as few files as hold them; returns how many these are.
     *
     * @param more whether to give the documents of these files other titles as well
     */
    private static int change(Path data, boolean more) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(data)) {
            files = all.filter(file -> !file.endsWith("ontology.json")).sorted().toList();
        }
        int changed = Math.max(1, files.size() / ONE_PERCENT);
        long wanted =
                files.size() >= ONE_PERCENT ? Long.MAX_VALUE : statements(files.get(0)) * files.size() / ONE_PERCENT;
        for (Path file : files.subList(0, changed)) {
            long[] left = {wanted};
            String text = STATEMENT
                    .matcher(Files.readString(file))
                    .replaceAll(
                            found -> found.group() + (left[0]-- > 0 ? more ? "As put last: " : "As put later: " : ""));
            Files.writeString(file, more ? TITLE.matcher(text).replaceAll("$0Later edition: ") : text);
        }
        return changed;
    }

    private static long statements(Path file) throws IOException {
        return STATEMENT.matcher(Files.readString(file)).results().count();
    }

    /** As users load: the application with its launcher. */
    private static Taken load(Path folder, String step, Path store, Path data)
            throws IOException, InterruptedException {
        Path log = folder.resolve(step + ".gc");
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; time \"$0\" \"$@\"",
                FICELLE.toString(),
                "load",
                "--store",
                store.toString(),
                data.toString());
        builder.environment().put("FICELLE_JAVA_OPTS", "-Xmx" + HEAP + " -Xlog:gc:file=" + log);
        Path output = folder.resolve(step + ".out");
        double seconds = seconds(builder, output);
        List<String> lines = Files.readAllLines(output);
        double processor = Stream.of(lines.get(lines.size() - 1).split(" "))
                .mapToDouble(Double::parseDouble)
                .sum();
        return new Taken(seconds, processor, peak(log));
    }

    private static Taken run(Path folder, String step, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = folder.resolve(step + ".gc");
        Path processor = folder.resolve(step + ".cpu");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-Xlog:gc:file=" + log,
                LoadBench.class.getName(),
                "timed",
                processor.toString(),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("NEO4J_HOME", folder.resolve("by-import").toString());
        Files.createDirectories(folder.resolve("by-import"));
        double seconds = seconds(builder, folder.resolve(step + ".out"));
        return new Taken(seconds, Long.parseLong(Files.readString(processor)) / 1e9, peak(log));
    }

    private static double seconds(ProcessBuilder process, Path output) throws IOException, InterruptedException {
        process.redirectErrorStream(true).redirectOutput(output.toFile());
        long start = System.nanoTime();
        int exit = process.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(output + ", exit code " + exit + ": " + Files.readString(output));
        }
        return seconds;
    }

    private static long peak(Path log) throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(log))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** Runs another class's {@code main}, and writes at the end what that took of the processors, in nanoseconds. */
    private static void timed(Path file, String main, String[] arguments) throws ReflectiveOperationException {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Files.writeString(file, String.valueOf(system.getProcessCpuTime()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }));
        Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void print(int claims, String step, Taken taken, Taken first) {
        System.out.printf(
                Locale.ROOT,
                "%-8d %-44s %8.1f %9.0f %6d %6.3f %9.1f %6.3f%n",
                claims,
                step,
                taken.seconds(),
                claims / taken.seconds(),
                taken.megabytes(),
                taken.seconds() / first.seconds(),
                taken.processor(),
                taken.processor() / first.processor());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
