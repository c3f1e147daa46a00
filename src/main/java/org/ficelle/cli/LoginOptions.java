package org.ficelle.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.ficelle.serve.Login;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What those who come to the server log in by. */
final class LoginOptions {

    @ArgGroup
    private @Nullable Choice choice;

    private static final class Choice {

        @Option(names = "--password", description = "Ask here for the password to serve with.")
        private boolean ask;

        @Option(
                names = "--password:env",
                paramLabel = "VARIABLE",
                description = "Serve with the password in the variable.")
        private @Nullable String variable;

        @Option(names = "--password:file", paramLabel = "FILE", description = "Serve with the password in the file.")
        private @Nullable Path file;

        @Option(names = "--no-auth", description = "Let everybody in who reaches the ports, without a password.")
        private boolean none;
    }

    boolean authentication() {
        return choice == null || !choice.none;
    }

    /** Whether the password is the one kept with the store. */
    boolean keepsPassword() {
        return choice == null;
    }

    /**
     * The password that the options give, or else the one kept with the store, to be asked for once the store is there;
     * null without authentication.
     */
    @Nullable
    Supplier<Login> login(Context context, Path store) {
        if (choice == null) {
            return () -> Login.kept(store);
        }
        if (choice.none) {
            return null;
        }
        String password = password(context, choice);
        if (password.length() < Login.SHORTEST) {
            throw new Fault(
                    ExitCode.USAGE,
                    "the password is shorter than " + Login.SHORTEST + " characters; give a longer one");
        }
        Login login = new Login(Login.USER, password);
        return () -> login;
    }

    private static String password(Context context, Choice choice) {
        if (choice.variable != null) {
            String value = context.variable(choice.variable);
            if (value == null) {
                throw new Fault(
                        ExitCode.USAGE, "the variable " + choice.variable + " is not set; set the password in it");
            }
            return value;
        }
        if (choice.file != null) {
            Path file = context.directory().resolve(choice.file);
            return Passwords.in(file)
                    .orElseThrow(() -> new Fault(
                            ExitCode.USAGE,
                            "the password file " + file + " cannot be read; check its name and permissions"));
        }
        return Passwords.typed("Password for the server: ")
                .orElseThrow(
                        () -> new Fault(
                                ExitCode.USAGE,
                                "there is no terminal to ask for the password on; give it by --password:env or --password:file"));
    }
}
