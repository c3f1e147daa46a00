package org.ficelle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code ficelle}: reads the arguments, runs one command and returns its exit code. */
@Command(
        name = "ficelle",
        mixinStandardHelpOptions = true,
        versionProvider = App.Version.class,
        description = "Traces who is tied to whom in an influence campaign, and shows for every tie who says so.")
public final class App implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the program on the streams and the environment of this process, and ends it. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, System.getenv(), args));
    }

    /** Runs the program on the given streams and environment; returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, Map<String, String> env, String... args) {
        return new CommandLine(new App()).setOut(out).setErr(err).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command was given; ficelle --help lists them");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = App.class.getPackage().getImplementationVersion();
            return new String[] {"ficelle " + (version == null ? "(not packaged)" : version)};
        }
    }
}
