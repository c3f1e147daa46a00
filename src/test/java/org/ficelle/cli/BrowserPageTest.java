package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about Neo4j Browser. */
class BrowserPageTest {

    private static final Path SITE = Path.of("src/site");

    @TempDir
    Path directory;

    private static List<String> found(String pattern) throws IOException {
        String page = Files.readString(SITE.resolve("markdown/browser.md"));
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void shouldShowPicturesThatExistAndLinkToPagesThatExist() throws IOException {
        assertThat(found("!\\[[^]]*]\\(([^)]+)\\)"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(picture ->
                        assertThat(SITE.resolve("resources").resolve(picture)).exists());
        assertThat(found("[^!]\\[[^]]*]\\(([^)]+)\\)"))
                .allSatisfy(page ->
                        assertThat(SITE.resolve("markdown").resolve(page)).exists());
    }

    @Test
    void shouldNameOptionsThatExist() throws IOException {
        String help = Run.in(directory, "serve", "--help").out()
                + Run.in(directory, "query", "--help").out();

        assertThat(found("(--[a-z:-]+[a-z])")).isNotEmpty().allSatisfy(option -> assertThat(help)
                .contains(option));
    }
}
