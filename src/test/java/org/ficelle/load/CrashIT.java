package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.LoadLoop;
import org.ficelle.graph.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that loads is killed at random moments; the next one finds the state before the load or the one after it. */
class CrashIT {

    /** The exit code of a process that SIGKILL has ended. */
    private static final int KILLED = 128 + 9;

    private static final int KILLS = Integer.getInteger("ficelle.kills", 60);

    /** How many changes a transaction holds, for each of the stores worked on at once: all of a load, and few. */
    private static final List<Integer> BATCHES = List.of(100_000, 40);

    /** How many lines the first process prints, and the others at the most but one, before it is to be killed. */
    private static final int WARM = 6;

    /** About as long as a load takes, in milliseconds. */
    private static final int LONGEST_DELAY = 250;

    private static final Path LIBRARIES = Path.of("target/ficelle/lib").toAbsolutePath();

    @TempDir
    static Path temp;

    /** @param inTheMiddle how many kills fell into a load */
    private record Kills(int all, int inTheMiddle, Set<String> found) {}

    @Test
    void shouldLeaveTheOldStateOrTheNewOneWhenItIsKilled() throws Exception {
        Path loop = jar();
        List<String> states = List.of(state(LoadLoop.one(), "one"), state(LoadLoop.two(), "two"));
        Executor threads = task -> new Thread(task).start();

        List<CompletableFuture<Kills>> chains = new ArrayList<>();
        for (int batch : BATCHES) {
            Path folder = temp.resolve("store" + batch);
            Random random = new Random();
            chains.add(CompletableFuture.supplyAsync(() -> chain(loop, folder, batch, states, random), threads));
        }
        List<Kills> kills = chains.stream().map(CompletableFuture::join).toList();

        assertThat(kills.stream().mapToInt(Kills::all).sum()).isGreaterThanOrEqualTo(KILLS);
        assertThat(kills.stream().mapToInt(Kills::inTheMiddle).sum()).isGreaterThan(KILLS / 3);
        assertThat(kills).allSatisfy(chain -> assertThat(chain.found()).hasSizeGreaterThan(1));
    }

    private static String state(GraphImage image, String name) {
        try (Store store = EmbeddedStore.open(temp.resolve(name))) {
            Loader.load(store, image, Clock.systemUTC());
            return LoadLoop.state(store);
        }
    }

    private static Kills chain(Path loop, Path folder, int batch, List<String> states, Random random) {
        try {
            int inTheMiddle = 0;
            Set<String> found = new TreeSet<>();
            List<String> possible = List.of();
            for (int kill = 0; kill <= KILLS / BATCHES.size(); kill++) {
                int after = kill == 0 ? WARM : 2 + random.nextInt(WARM);
                List<String> lines =
                        runAndKill(loop, folder, kill % 2 + 1, batch, after, random.nextInt(LONGEST_DELAY));
                String state = lines.get(0).replace("found ", "");
                if (kill > 0) {
                    assertThat(state).as("after kill " + kill).isIn(possible);
                    found.add(state);
                }
                String last = lines.get(lines.size() - 1);
                inTheMiddle += last.startsWith("begins") ? 1 : 0;
                possible = possible(lines, states);
            }
            return new Kills(KILLS / BATCHES.size(), inTheMiddle, found);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The state that was there for certain, and that of a load whose end was not told. */
    private static List<String> possible(List<String> lines, List<String> states) {
        List<String> possible = new ArrayList<>();
        possible.add(lines.get(0).replace("found ", ""));
        for (String line : lines.subList(1, lines.size())) {
            String state = states.get(Integer.parseInt(line.substring(line.length() - 1)) - 1);
            if (line.startsWith("ends")) {
                possible.clear();
            }
            possible.add(state);
        }
        return possible;
    }

    /** @param after so many lines, and the milliseconds, it is killed */
    private static List<String> runAndKill(Path loop, Path folder, int first, int batch, int after, int milliseconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:SharedArchiveFile=" + LIBRARIES.resolve("ficelle.jsa"),
                        "-Xlog:disable",
                        "-Xmx256m",
                        "-cp",
                        LIBRARIES.resolve("ficelle.jar") + ":" + loop,
                        LoadLoop.class.getName(),
                        folder.toString(),
                        String.valueOf(first),
                        String.valueOf(batch))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() == after) {
                    CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
                            .execute(process.toHandle()::destroyForcibly);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("ended by the kill alone").isEqualTo(KILLED);
        assertThat(lines).as("what the process printed").isNotEmpty();
        return lines;
    }

    /** The loop in a jar, since an archive of classes holds for jars alone. */
    private static Path jar() throws IOException {
        Path classes = Path.of(LoadLoop.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path jar = temp.resolve("loop.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> tests = Files.walk(classes.resolve("org/ficelle"), 2)) {
            for (Path test : tests.filter(
                            path -> path.getFileName().toString().matches("(LoadLoop|Sample)\\b.*\\.class"))
                    .toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(test).toString()));
                out.write(Files.readAllBytes(test));
                out.closeEntry();
            }
        }
        return jar;
    }
}
