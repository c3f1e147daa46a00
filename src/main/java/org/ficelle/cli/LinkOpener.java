package org.ficelle.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Opens links in the user's web browser, by the program that the system has for it. */
final class LinkOpener {

    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    private LinkOpener() {}

    /** Opens the link, or says that it cannot. */
    static void open(Context context, String link) {
        List<String> command = new ArrayList<>(program());
        command.add(link);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            context.err()
                    .println("ficelle: there is no program " + command.get(0) + " here to open links; open " + link
                            + " yourself");
        }
    }

    private static List<String> program() {
        if (SYSTEM.startsWith("mac")) {
            return List.of("open");
        }
        return SYSTEM.startsWith("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
    }
}
