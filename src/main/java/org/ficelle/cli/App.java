package org.ficelle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ficelle.graph.StoreException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code ficelle}: reads the arguments, runs one command and returns its exit code. */
@Command(
        name = "ficelle",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = App.Version.class,
        description = "Traces who is tied to whom in an influence campaign, and shows for every tie who says so.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ficelle path @MuxtarYev \"Mediamark Digital\"",
            "  ficelle show Olimpiya",
            "  ficelle COMMAND --help"
        })
public final class App implements Runnable {

    /** By name, in the order of the help. */
    private static final Map<String, Function<Context, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("load", LoadCommand::new);
        COMMANDS.put("history", HistoryCommand::new);
        COMMANDS.put("path", PathCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("search", SearchCommand::new);
        COMMANDS.put("query", QueryCommand::new);
        COMMANDS.put("status", StatusCommand::new);
        COMMANDS.put("serve", ServeCommand::new);
        COMMANDS.put("rehearse", RehearseCommand::new);
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On an internal error, print where it happened.")
    private boolean stacktrace;

    /** Runs the program on the streams and the environment of this process, and ends it. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // No option is a time; to load what would read one takes long.
        System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*");
        String home = System.getProperty("ficelle.home");
        var context = new Context(
                out,
                err,
                System.getenv(),
                Path.of(""),
                home == null ? null : Path.of(home),
                Clock.systemUTC(),
                new Context.Terminal(
                        Boolean.getBoolean("ficelle.terminal.out"), Boolean.getBoolean("ficelle.terminal.err")));
        int code = run(context, args);
        out.flush();
        System.exit(code);
    }

    /** Runs the program in the given surroundings; returns the exit code. */
    static int run(Context context, String... args) {
        try {
            return commandLine(context, args.length == 0 ? "" : args[0]).execute(args);
        } catch (OutOfMemoryError full) {
            return full(context);
        }
    }

    private static int full(Context context) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        context.out().flush();
        context.err()
                .println("ficelle: this takes more memory than the " + megabytes
                        + " MB that Java was given; give it more, for instance with FICELLE_JAVA_OPTS=-Xmx"
                        + 2 * megabytes + "m");
        return ExitCode.INTERNAL.code();
    }

    /**
     * When the process is told to end, runs this; the process then ends with the code it returns, or with that of the
     * signal when it returns none. To be removed when there is nothing left to end.
     */
    static Thread whenToldToEnd(Supplier<Optional<ExitCode>> ending) {
        Thread hook = new Thread(
                () -> ending.get().ifPresent(exit -> Runtime.getRuntime().halt(exit.code())));
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** The whole command line with its handlers. */
    static CommandLine commandLine(Context context) {
        return commandLine(context, "");
    }

    /** The same with the command that is asked for alone, if it is one: to make the others takes a tenth of a second. */
    private static CommandLine commandLine(Context context, String asked) {
        App app = new App();
        CommandLine line = new CommandLine(app);
        if (COMMANDS.containsKey(asked)) {
            line.addSubcommand(make(asked, context));
        } else {
            COMMANDS.keySet().forEach(name -> line.addSubcommand(make(name, context)));
            line.addSubcommand(new GenerateCompletion());
        }
        line.setOut(context.out()).setErr(context.err());
        // An argument such as @MuxtarYev is an account, not a file of arguments.
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(context.terminal().out());
        line.setUsageHelpLongOptionsMaxWidth(28);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                context.terminal().out() && context.variable("NO_COLOR") == null ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler((problem, args) -> usage(problem, context));
        line.setExecutionExceptionHandler((problem, command, parsed) -> app.failed(problem, context, parsed));
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(exit -> codes.put(String.valueOf(exit.code()), exit.meaning()));
        everyCommand(line).forEach(command -> command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes));
        return line;
    }

    private static Object make(String name, Context context) {
        return Objects.requireNonNull(COMMANDS.get(name)).apply(context);
    }

    private static List<CommandLine> everyCommand(CommandLine line) {
        return Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                .toList();
    }

    private static int usage(ParameterException problem, Context context) {
        CommandLine command = problem.getCommandLine();
        context.err().println(sentence(problem));
        UnmatchedArgumentException.printSuggestions(problem, context.err());
        context.err().println(command.getCommandSpec().qualifiedName() + " --help shows how to use it");
        return ExitCode.USAGE.code();
    }

    private static String sentence(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        return "ficelle: " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private int failed(Exception problem, Context context, ParseResult parsed) {
        context.out().flush();
        if (Stream.iterate((Throwable) problem, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance)) {
            return full(context);
        }
        if (problem instanceof Fault fault) {
            context.err().println("ficelle: " + fault.getMessage());
            return fault.exit().code();
        }
        if (problem instanceof StoreException) {
            context.err().println("ficelle: " + problem.getMessage());
            return ExitCode.DATABASE.code();
        }
        context.err()
                .println("ficelle: internal error in '" + String.join(" ", parsed.originalArgs()) + "': "
                        + problem.getClass().getSimpleName()
                        + "; run it again with --stacktrace and report what it prints");
        if (stacktrace) {
            problem.printStackTrace(context.err());
        }
        return ExitCode.INTERNAL.code();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command was given");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ficelle " + version()};
        }
    }

    /** The version in the jar's manifest. */
    static String version() {
        var version = App.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
