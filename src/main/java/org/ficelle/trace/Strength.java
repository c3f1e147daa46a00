package org.ficelle.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The product of the strengths of some hops, compared exactly: by floating point where the two are apart, by decimals
 * where they are close. The natural order is the weaker first.
 */
final class Strength implements Comparable<Strength> {

    static final Strength FULL = of(1);

    /** The least that a walked link counts for: the last of the six decimals that link strengths have. */
    static final double LEAST = 0.000001;

    /** Far above the error of a product of a hundred factors, which is about 1e-14. */
    private static final double CLOSE = 1e-9;

    private final double approximate;
    private final @Nullable Strength left;
    private final @Nullable Strength right;
    private @Nullable BigDecimal exact;

    private Strength(double approximate, @Nullable Strength left, @Nullable Strength right) {
        this.approximate = approximate;
        this.left = left;
        this.right = right;
    }

    /** One link's strength, a decimal of at most six digits. */
    static Strength of(double decimal) {
        return new Strength(decimal, null, null);
    }

    Strength times(Strength other) {
        return new Strength(approximate * other.approximate, this, other);
    }

    /** The product, worked out at the first use. */
    BigDecimal exact() {
        BigDecimal known = exact;
        if (known == null) {
            known = left == null || right == null
                    ? BigDecimal.valueOf(approximate)
                            .setScale(6, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                    : left.exact().multiply(right.exact());
            exact = known;
        }
        return known;
    }

    @Override
    public int compareTo(Strength other) {
        double apart = Math.abs(approximate - other.approximate);
        if (apart > CLOSE * Math.max(approximate, other.approximate)) {
            return Double.compare(approximate, other.approximate);
        }
        return exact().compareTo(other.exact());
    }
}
