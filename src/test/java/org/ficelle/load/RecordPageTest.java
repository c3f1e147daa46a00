package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ficelle.Sample;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;

/** What {@code schema.md} says of the record of loads, against what is written. */
class RecordPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Element CLAIM = new Sample()
            .claim("person:a HEADS company:b")
            .image()
            .element(new ElementKey(
                    GraphSchema.CLAIM,
                    Sample.claimId("person:a HEADS company:b", Stance.ASSERTS, "person:reporter", "report")))
            .orElseThrow();

    @Test
    void shouldListWhatALoadIsRememberedBy() throws IOException {
        var files = new LoadRecord.Files(0, "", List.of(), List.of(), List.of());
        var counts = new TreeMap<Sort, LoadCounts>();
        for (Sort sort : Sort.values()) {
            counts.put(sort, LoadCounts.NONE);
        }
        var load = new LoadRecord(1, ZonedDateTime.parse("2023-11-13T12:00:00Z"), 2, "1.0", "", files, counts, true, 0);

        assertThat(listed("Load")).isEqualTo(properties(load.encode()));
    }

    @Test
    void shouldListWhatAChangeIsRememberedBy() throws IOException {
        ElementChange change = ElementChange.of("load", ElementChange.Deed.CREATED, CLAIM);

        assertThat(listed("Change")).isEqualTo(properties(change.encode(1, CLAIM)));
    }

    private static Set<String> properties(Element.Node node) {
        Set<String> names = new TreeSet<>(node.properties().keySet());
        names.addAll(Set.of("id", "fingerprint"));
        return names;
    }

    private static Set<String> listed(String section) throws IOException {
        return Files.readString(Path.of("src/site/markdown/schema.md"))
                .split("(?m)^## " + section + "$")[1]
                .split("(?m)^## ")[0]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(row -> row.substring(0, row.indexOf(" | ")))
                .flatMap(cell -> CODE.matcher(cell).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
