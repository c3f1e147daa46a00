package org.ficelle.render;

import java.util.Map;
import org.ficelle.model.LinkStatus;

/** Colours of the terminal, or none. Colour repeats what the words say and never says more. */
public enum Style {
    PLAIN {
        @Override
        String paint(String code, String text) {
            return text;
        }
    },
    COLOUR {
        @Override
        String paint(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    private static final Map<LinkStatus, String> STATUS = Map.of(
            LinkStatus.ESTABLISHED, "32",
            LinkStatus.ALLEGED, "33",
            LinkStatus.SELF_DECLARED, "33",
            LinkStatus.INFERRED, "35",
            LinkStatus.CONTESTED, "31",
            LinkStatus.NOT_ESTABLISHED, "31");

    /** Colours for a terminal unless {@code NO_COLOR} is set to anything, as no-color.org defines it. */
    public static Style of(boolean terminal, boolean refused, Map<String, String> environment) {
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !refused && !noColour ? COLOUR : PLAIN;
    }

    abstract String paint(String code, String text);

    String heading(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String warning(String text) {
        return paint("33", text);
    }

    String against(String text) {
        return paint("31", text);
    }

    String status(LinkStatus status) {
        return paint(STATUS.getOrDefault(status, "0"), status.label());
    }
}
