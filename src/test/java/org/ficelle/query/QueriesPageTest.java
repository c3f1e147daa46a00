package org.ficelle.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueriesPageTest {

    @Test
    void shouldListEveryQueryAsItsFileDescribesIt() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/site/markdown/queries.md")).stream()
                .filter(line -> line.startsWith("| [`") || line.startsWith("## ") && !line.contains(" of your own"))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(QueryLibrary.read(Path.of("cypher")).queries().stream()
                        .collect(Collectors.groupingBy(
                                StoredQuery::folder,
                                TreeMap::new,
                                Collectors.mapping(QueriesPageTest::row, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .flatMap(folder -> {
                            List<String> lines = new ArrayList<>(List.of("## " + folder.getKey()));
                            lines.addAll(folder.getValue());
                            return lines.stream();
                        })
                        .toList());
    }

    private static String row(StoredQuery query) {
        return "| [`" + query.name() + "`](../../../cypher/" + query.folder() + "/" + query.name() + ".cypher) | **"
                + query.title() + ".** " + query.description() + " | "
                + query.parameters().stream()
                        .map(parameter -> "`" + parameter.name() + "` = `" + parameter.literal() + "`: "
                                + parameter.description())
                        .collect(Collectors.joining("<br>"))
                + " |";
    }
}
