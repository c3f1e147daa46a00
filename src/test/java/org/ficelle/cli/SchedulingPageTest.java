package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The page on scheduling: every command in it is one that the program understands. */
class SchedulingPageTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?:^|`|/opt/ficelle/bin/)ficelle ((?:load|status|serve)[^`\\n]*)", Pattern.MULTILINE);
    private static final Pattern IN_YAML = Pattern.compile("\\[\"/opt/ficelle/bin/ficelle\", (.*)\\]");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

    private static String page() {
        try {
            return Files.readString(Path.of("src/site/markdown/scheduling.md"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return App.commandLine(new Context(
                nowhere, nowhere, Map.of(), Path.of(""), null, Clock.systemUTC(), new Context.Terminal(false, false)));
    }

    static Stream<List<String>> commands() {
        return Stream.concat(
                COMMAND.matcher(page()).results().map(match -> words(match.group(1))),
                IN_YAML.matcher(page())
                        .results()
                        .map(match -> words(match.group(1).replace(",", " "))));
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        return words;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldShowCommandsThatTheProgramUnderstands(List<String> command) {
        assertThatCode(() -> commandLine().parseArgs(command.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldShowTheThreeWaysAndTheStatus() {
        assertThat(commands().map(command -> String.join(" ", command)))
                .contains(
                        "load --every 15m",
                        "load --cron */10 6-22 * * 1-5",
                        "load --watch",
                        "load data",
                        "load /data",
                        "serve --watch data",
                        "status --max-age 1h");
    }

    @Test
    void shouldNameOnlyOptionsThatExist() {
        CommandLine line = commandLine();

        assertThat(OPTION.matcher(page()).results().map((MatchResult match) -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(Stream.of("load", "status", "serve")
                                .map(name -> line.getSubcommands().get(name).getCommandSpec()))
                        .anyMatch(spec -> spec.findOption(option) != null));
    }

    @Test
    void shouldNameTheVariablesThatAreRead() {
        assertThat(page()).contains("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "FICELLE_STORE");
    }
}
