package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void shouldSetEverythingUpWithTwoCommandsThatTheContinuousIntegrationRuns() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String ci = Files.readString(Path.of(".ci/run"));

        List<String> commands = COMMANDS.matcher(readme)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(commands).hasSize(2);
        assertThat(commands.get(0))
                .isEqualTo(
                        "mvn -q -DskipTests package && target/ficelle/bin/ficelle path @MuxtarYev \"Mediamark Digital\"");
        assertThat(commands.get(1)).isEqualTo("mvn verify");
        assertThat(ci)
                .contains(
                        "-DskipTests package",
                        "target/ficelle/bin/ficelle path @MuxtarYev \"Mediamark Digital\"",
                        "verify");
    }

    @Test
    void shouldLinkOnlyToPagesThatExist() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
        List<String> pages = link.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(Path.of(page))
                .exists());
    }
}
