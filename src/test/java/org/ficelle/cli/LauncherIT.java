package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.ficelle.bench.Synthetic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged launcher as a process of its own, as a user does. */
class LauncherIT {

    private static final Path FOLDER = Path.of("target/ficelle").toAbsolutePath();
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path temp;

    /** JUnit warns of every link that leads out of the folder it clears. */
    @AfterEach
    void removeLinks() throws IOException {
        try (var files = Files.walk(temp)) {
            for (var link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void shouldRunFromAnotherDirectory() throws Exception {
        var run = run(temp, FOLDER.resolve("bin/ficelle"), Map.of(), "--version");

        assertThat(run).isEqualTo(new Run(0, version(), ""));
    }

    @Test
    void shouldRunFromAFolderWithASpaceInItsName() throws Exception {
        var folder = copy("else where");

        var run = run(folder, Path.of("bin/ficelle"), Map.of(), "--version");

        assertThat(run).isEqualTo(new Run(0, version(), ""));
    }

    @Test
    void shouldRunThroughAChainOfSymbolicLinks() throws Exception {
        var there = Files.createDirectory(temp.resolve("there"));
        Files.createSymbolicLink(there.resolve("second"), FOLDER.resolve("bin/ficelle"));
        Files.createSymbolicLink(temp.resolve("first"), Path.of("there/second"));

        var run = run(there, temp.resolve("first"), Map.of(), "--version");

        assertThat(run).isEqualTo(new Run(0, version(), ""));
    }

    @Test
    void shouldFindJavaOnThePath() throws Exception {
        var run = run(
                temp,
                FOLDER.resolve("bin/ficelle"),
                Map.of("JAVA_HOME", "", "PATH", JAVA_HOME.resolve("bin") + ":" + System.getenv("PATH")),
                "--version");

        assertThat(run).isEqualTo(new Run(0, version(), ""));
    }

    @Test
    void shouldRefuseAnOldJavaInOneSentence() throws Exception {
        var java = fakeJava("echo 'openjdk version \"11.0.27\" 2025-04-15' >&2");

        var run = run(temp, FOLDER.resolve("bin/ficelle"), Map.of("JAVA_HOME", java.toString()), "--version");

        assertThat(run)
                .isEqualTo(new Run(
                        5,
                        "",
                        "ficelle: Java 17 or later is needed, and " + java
                                + "/bin/java is 11.0.27; set JAVA_HOME to a newer one\n"));
    }

    @Test
    void shouldRefuseAnOldJavaWithoutStartingItWhenItsReleaseFileTells() throws Exception {
        var java = fakeJava("touch '" + temp.resolve("started") + "'");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_402\"\n");

        var run = run(temp, FOLDER.resolve("bin/ficelle"), Map.of("JAVA_HOME", java.toString()), "--version");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("is 1.8.0_402;").hasLineCount(1);
        assertThat(temp.resolve("started")).doesNotExist();
    }

    @Test
    void shouldSayInOneSentenceThatThereIsNoJava() throws Exception {
        var bin = Files.createDirectory(temp.resolve("bin"));
        for (var tool : List.of("dirname", "readlink", "sed", "nice", "sh")) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
        }

        var onPath =
                run(temp, FOLDER.resolve("bin/ficelle"), Map.of("JAVA_HOME", "", "PATH", bin.toString()), "--version");
        var atHome = run(temp, FOLDER.resolve("bin/ficelle"), Map.of("JAVA_HOME", bin.toString()), "--version");

        assertThat(onPath)
                .isEqualTo(new Run(
                        5,
                        "",
                        "ficelle: no java was found on the PATH; install Java 17 or later, or set JAVA_HOME to one\n"));
        assertThat(atHome)
                .isEqualTo(new Run(
                        5,
                        "",
                        "ficelle: JAVA_HOME is " + bin + ", which holds no bin/java; set it to a Java 17 or later,"
                                + " or unset it to use the java on the PATH\n"));
    }

    @Test
    void shouldHandArgumentsOnUnchangedAndAddTheUsersJavaOptions() throws Exception {
        var java = fakeJava("printf '%s\\n' \"$@\"");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        var run = run(
                temp,
                FOLDER.resolve("bin/ficelle"),
                Map.of("JAVA_HOME", java.toString(), "FICELLE_JAVA_OPTS", "-Xmx1g  -Dx=*"),
                "--help",
                "a  b",
                "*",
                "",
                "$HOME");

        assertThat(run.out().lines())
                .endsWith(
                        "-Dficelle.home=" + FOLDER,
                        "-Xmx1g",
                        "-Dx=*",
                        "-jar",
                        FOLDER + "/lib/ficelle.jar",
                        "--help",
                        "a  b",
                        "*",
                        "",
                        "$HOME");
    }

    @Test
    void shouldSayInOneSentenceThatTheTemporaryFolderCannotBeUsed() throws Exception {
        var data = temp.resolve("data");
        Synthetic.claims(1, 10_000).write(data, Path.of("data/ontology.json"));
        var missing = temp.resolve("missing");

        var run = run(
                temp,
                FOLDER.resolve("bin/ficelle"),
                Map.of("FICELLE_JAVA_OPTS", "-Djava.io.tmpdir=" + missing),
                "load",
                "--store",
                temp.resolve("store").toString(),
                data.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ficelle: the temporary folder " + missing + " cannot be used: ")
                .endsWith("; nothing was loaded\n")
                .hasLineCount(1);
        assertThat(temp.resolve("store")).doesNotExist();
    }

    @Test
    void shouldTakeItsClassesFromTheArchiveMadeByTheBuild() throws Exception {
        assertThat(classesFromArchive(FOLDER)).isTrue();
    }

    @Test
    void shouldLeaveNoSignedJar() throws Exception {
        try (var jars = Files.newDirectoryStream(FOLDER.resolve("lib"), "*.jar")) {
            for (var path : jars) {
                try (var jar = new JarFile(path.toFile())) {
                    assertThat(jar.stream())
                            .noneMatch(entry -> entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"));
                    assertThat(jar.getManifest().getEntries().values())
                            .noneMatch(attributes -> attributes.keySet().stream()
                                    .anyMatch(name -> name.toString().endsWith("-Digest")));
                }
            }
        }
    }

    @Test
    void shouldPassOverAnArchiveThatDoesNotFitInSilence() throws Exception {
        var folder = copy("elsewhere");
        var stamp = Files.readString(FOLDER.resolve("lib/ficelle.jsa.stamp"));
        Files.writeString(folder.resolve("lib/ficelle.jsa.stamp"), stamp.replace(FOLDER.toString(), folder.toString()));

        var moved = run(temp, folder.resolve("bin/ficelle"), Map.of(), "--version");
        Files.writeString(Files.createFile(folder.resolve("lib/broken")), "no archive");
        Files.move(
                folder.resolve("lib/broken"), folder.resolve("lib/ficelle.jsa"), StandardCopyOption.REPLACE_EXISTING);
        var broken = run(temp, folder.resolve("bin/ficelle"), Map.of(), "--version");

        assertThat(List.of(moved, broken)).containsOnly(new Run(0, version(), ""));
    }

    @Test
    void shouldMakeTheArchiveAnewAfterTheFolderHasMoved() throws Exception {
        var folder = copy("elsewhere");
        leaveWorkOfADeadProcess(folder);
        assertThat(classesFromArchive(folder)).isFalse();

        var first = start(temp, folder.resolve("bin/ficelle"), Map.of(), "no-such-command");
        var second = start(temp, folder.resolve("bin/ficelle"), Map.of(), "no-such-command");
        var runs = List.of(finish(first), finish(second));

        assertThat(runs.get(0)).isEqualTo(runs.get(1));
        awaitArchive(folder);
        assertThat(classesFromArchive(folder)).isTrue();
        assertThat(folder.resolve("lib"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("work"));
    }

    @Test
    void shouldNotMakeAnArchiveForHelp() throws Exception {
        var folder = copy("elsewhere");

        run(temp, folder.resolve("bin/ficelle"), Map.of(), "--help");

        assertThat(folder.resolve("lib/ficelle.jsa.work")).doesNotExist();
    }

    private record Run(int exit, String out, String err) {}

    private record Started(Process process, Path out, Path err) {}

    private Run run(Path directory, Path launcher, Map<String, String> env, String... args) throws Exception {
        return finish(start(directory, launcher, env, args));
    }

    private Started start(Path directory, Path launcher, Map<String, String> env, String... args) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        var out = Files.createTempFile(temp, "out", "");
        var err = Files.createTempFile(temp, "err", "");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment().remove("FICELLE_JAVA_OPTS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(env);
        return new Started(builder.start(), out, err);
    }

    private static Run finish(Started started) throws Exception {
        assertThat(started.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the launcher ends")
                .isTrue();
        return new Run(started.process().exitValue(), Files.readString(started.out()), Files.readString(started.err()));
    }

    /** Whether the entry point came out of the archive and not out of its jar. */
    private boolean classesFromArchive(Path folder) throws Exception {
        var log = Files.createTempFile(temp, "classes", ".log");
        run(
                temp,
                folder.resolve("bin/ficelle"),
                Map.of("FICELLE_JAVA_OPTS", "-Xlog:class+load:file=" + log),
                "--version");
        try (var lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("org.ficelle.cli.App source: shared objects file"));
        }
    }

    private Path fakeJava(String script) throws IOException {
        var home = Files.createDirectory(temp.resolve("java"));
        var java = Files.writeString(
                Files.createDirectory(home.resolve("bin")).resolve("java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Path copy(String name) throws IOException {
        var target = temp.resolve(name);
        Files.walkFileTree(FOLDER, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(target.resolve(FOLDER.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(FOLDER.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return target.toRealPath();
    }

    private static void leaveWorkOfADeadProcess(Path folder) throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        var work = Files.createDirectory(folder.resolve("lib/ficelle.jsa.work"));
        Files.writeString(work.resolve("owner"), dead.pid() + "\n");
    }

    private static void awaitArchive(Path folder) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!isArchived(folder)) {
            assertThat(Instant.now()).as("the archive is made in time").isBefore(end);
            Thread.sleep(200);
        }
    }

    private static boolean isArchived(Path folder) throws IOException {
        try {
            return !Files.exists(folder.resolve("lib/ficelle.jsa.work"))
                    && Files.readString(folder.resolve("lib/ficelle.jsa.stamp")).startsWith(folder + " ");
        } catch (NoSuchFileException betweenTwoStamps) {
            return false;
        }
    }

    private static String version() throws IOException {
        try (var jar = new JarFile(FOLDER.resolve("lib/ficelle.jar").toFile())) {
            return "ficelle " + jar.getManifest().getMainAttributes().getValue("Implementation-Version") + "\n";
        }
    }
}
