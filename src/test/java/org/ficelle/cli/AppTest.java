package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"check", "load", "path", "show", "search", "query", "serve"})
    void shouldGiveExamplesAndExitCodesInTheHelpOfEveryCommand(String command) {
        Run run = Run.in(directory, command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Examples:", "ficelle " + command, "Exit codes:", "130");
    }

    @Test
    void shouldNotListTheCommandThatIsTheLaunchersOwn() {
        Run run = Run.in(directory, "--help");

        assertThat(run.out()).contains("serve").doesNotContain("rehearse");
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void shouldDocumentEveryExitCodeInTheReadme(ExitCode exit) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("| " + exit.code() + " | " + exit.meaning() + " |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no command was given",
                "paht A B|unmatched argument",
                "path OnlyOne|missing required parameter",
                "path A B --no-such-option|unknown option",
                "show|missing required parameter",
                "search x --format yaml|yaml",
                "search x --limit many|many"
            })
    void shouldAnswerWrongUsageInOneSentenceAndNameTheHelp(String arguments, String expected) {
        String[] args = Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);

        Run run = Run.in(directory, args);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ficelle: ")
                .containsIgnoringCase(expected)
                .contains("--help");
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldSayInOneSentenceThatThereIsTooLittleMemory(boolean wrapped) {
        Map<String, String> environment = new HashMap<>() {
            @Override
            public String get(Object name) {
                OutOfMemoryError full = new OutOfMemoryError("Java heap space");
                if (wrapped) {
                    throw new IllegalStateException("a part of the work failed", full);
                }
                throw full;
            }
        };

        Run run = Run.in(directory, environment, "search", "x");

        assertThat(run.exit()).isEqualTo(ExitCode.INTERNAL.code());
        assertThat(run.err())
                .startsWith("ficelle: this takes more memory than the ")
                .contains("FICELLE_JAVA_OPTS=-Xmx")
                .hasLineCount(1);
    }

    @Test
    void shouldPrintACompletionScriptThatKnowsTheCommands() {
        Run run = Run.in(directory, "generate-completion");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("complete", "path", "search", "check");
    }

    @Test
    void shouldTakeAnArgumentWithAnAtSignAsAnAccountAndNotAsAFileOfArguments() throws IOException {
        Files.writeString(directory.resolve("MuxtarYev"), "--help\n");

        Run run = Run.in(directory, "check", "@MuxtarYev");

        assertThat(run.out()).doesNotContain("Usage");
    }
}
