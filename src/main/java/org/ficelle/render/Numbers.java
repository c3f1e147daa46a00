package org.ficelle.render;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for readers. */
final class Numbers {

    private Numbers() {}

    /** Two significant digits and no exponent: 0.14, 0.00012. */
    static String round(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** "1 hop", "2 hops". */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
