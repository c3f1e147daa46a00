package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that loads what changes while it serves. */
class ScheduledServerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void shouldLoadWhatChangesAndServeItUntilItIsToldToEnd() throws Exception {
        Path shipped = Path.of("data");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve("data").resolve(shipped.relativize(file)));
            }
        }
        Path parties = directory.resolve("data/shared/parties-and-places.json");
        String before = Files.readString(parties);

        try (Served served = Served.start(directory, Map.of(), "--watch")) {
            await(served, "the graph already says what the data files say");
            assertThat(served.run("status").out())
                    .contains("fresh", "watch, process " + served.process().pid());

            Path next = Files.writeString(
                    directory.resolve("data/shared/.next"), before.replace("\"France\"", "\"La France\""));
            Files.move(next, parties, StandardCopyOption.ATOMIC_MOVE);
            await(served, " changed, ");
            assertThat(served.run("search", "La France").out()).contains("La France");

            Files.writeString(parties, before.substring(0, before.length() / 2));
            await(served, "not loaded, the graph is as before: ");
            assertThat(served.run("search", "La France").out()).contains("La France");
            Served.Run failing = served.run("status");
            assertThat(failing.exit()).isEqualTo(1);
            assertThat(failing.out()).contains("failing", "parties-and-places.json:");

            assertThat(served.end()).isLessThan(Duration.ofSeconds(5));
            assertThat(served.err()).doesNotContain("Exception", "\tat ");
        }
    }

    private static void await(Served served, String words) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!served.err().contains(words)) {
            assertThat(Instant.now()).as(served.err()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
