package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ficelle.Mutations;
import org.ficelle.graph.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the shipped data with one file damaged: a load of it is rejected and leaves the graph as it was. */
class MutatedLoadIT {

    private static final int REJECTED = 150;
    private static final int ACCEPTED = 2;
    private static final Pattern PLACE = Pattern.compile(".+\\.json:[1-9]\\d*:[1-9]\\d*: .+; .+");

    @TempDir
    Path directory;

    private final Random random = new Random();

    @Test
    void shouldLeaveTheGraphAsItWasWhateverTheDamage() throws IOException {
        List<Path> files = copyData();
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        Mutations mutations = new Mutations(texts);
        assertThat(Run.in(directory, "load").exit()).isZero();
        List<Element> before = ShippedStore.elements(directory);

        int rejected = 0;
        int accepted = 0;
        while (rejected < REJECTED) {
            int which = random.nextInt(files.size());
            byte[] damaged = mutations.of(texts.get(which), random);
            Files.write(files.get(which), damaged);
            int expected = Run.in(directory, "check").exit();
            boolean sound = expected != ExitCode.REJECTED.code();
            if (!sound || accepted < ACCEPTED) {
                Run run = Run.in(directory, "load", "--allow-removal");
                if (sound) {
                    assertThat(run.exit()).as(run.err()).isZero();
                    accepted++;
                    Files.writeString(files.get(which), texts.get(which));
                    assertThat(Run.in(directory, "load", "--allow-removal").exit())
                            .isZero();
                    assertThat(ShippedStore.elements(directory)).isEqualTo(before);
                } else {
                    assertRejected(run, damaged);
                    rejected++;
                }
            }
            Files.writeString(files.get(which), texts.get(which));
        }

        assertThat(ShippedStore.elements(directory)).isEqualTo(before);
    }

    private static void assertRejected(Run run, byte[] damaged) {
        String text = new String(damaged, StandardCharsets.UTF_8);
        assertThat(run.exit()).as(text).isEqualTo(ExitCode.REJECTED.code());
        List<String> lines = run.err().lines().toList();
        assertThat(lines.get(lines.size() - 1)).startsWith("ficelle: ").endsWith("; nothing was loaded");
        assertThat(lines.subList(0, lines.size() - 1)).as(text).isNotEmpty().allMatch(line -> PLACE.matcher(line)
                .matches());
        assertThat(run.err()).doesNotContain("Exception", "internal error", "\tat ");
    }

    private List<Path> copyData() throws IOException {
        List<Path> dossiers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Run.DATA)) {
            for (Path file : files.toList()) {
                Path copy = Files.copy(file, directory.resolve("data").resolve(Run.DATA.relativize(file)));
                boolean dossier = copy.toString().endsWith(".json")
                        && !copy.endsWith("ontology.json")
                        && !copy.endsWith("dossier.schema.json");
                if (dossier) {
                    dossiers.add(copy);
                }
            }
        }
        return dossiers;
    }
}
