package org.ficelle.names;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/** Host names of every script in the one form that the domain name system uses. */
public final class Hosts {

    private Hosts() {}

    /**
     * The host name in lower-case ASCII (UTS 46, as browsers do it: {@code straße.example} and {@code strasse.example} are
     * two). Empty when it cannot be a host name.
     */
    public static Optional<String> ascii(String host) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        Tables.IDNA_TABLES.nameToASCII(host, ascii, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /** Loaded at the first host name that is looked at. */
    private static final class Tables {

        private static final IDNA IDNA_TABLES =
                IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    }
}
