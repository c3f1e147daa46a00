package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ficelle.ShippedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFilesTest {

    @TempDir
    Path folder;

    @Test
    void shouldWriteTheThreeFilesIntoANewFolderAndOverOldOnes() throws IOException {
        Path target = folder.resolve("a/b");
        BrowserFiles files = BrowserFiles.of(ShippedCase.ontology(), null);

        files.write(target);
        Files.writeString(target.resolve("style.grass"), "old");
        files.write(target);

        assertThat(target.toFile().list()).containsExactlyInAnyOrder("style.grass", "start.html", "queries.zip");
        assertThat(target.resolve("style.grass")).content().contains("node.Person {", "relationship.HEADS {");
        assertThat(target.resolve("start.html")).content().startsWith("<article class=\"guide\">");
    }

    @Test
    void shouldTellBrowserToDrawOnlyWhatAQueryReturnsAndToWriteNothing() {
        String commands = BrowserFiles.onConnect("http://localhost:7474");

        assertThat(commands.split("; ")).hasSize(3);
        assertThat(commands)
                .startsWith("config {")
                .contains("autoComplete: false", "useReadTransactions: true", "allowUserStats: false")
                .contains("style http://localhost:7474/explorer/style.grass")
                .endsWith("guide http://localhost:7474/explorer/start.html");
    }
}
