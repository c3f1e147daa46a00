package org.ficelle.trace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The product of the strengths of some hops, compared exactly: by floating point where the two are apart, by their
 * factors or by decimals where they are close. The natural order is the weaker first.
 */
final class Strength implements Comparable<Strength> {

    static final Strength FULL = of(1);

    /** The least that a walked link counts for: the last of the six decimals that link strengths have. */
    static final double LEAST = 0.000001;

    /** Far above the error of a product of a hundred factors, which is about 1e-14. */
    private static final double CLOSE = 1e-9;

    private final double approximate;

    /**
     * A sum over the factors of a number drawn for each, the same for the same factors in any order. Others have the same
     * sum with a probability of about 2⁻⁶⁴.
     */
    private final long factors;

    private final @Nullable Strength left;
    private final @Nullable Strength right;
    private @Nullable BigDecimal exact;

    private Strength(double approximate, long factors, @Nullable Strength left, @Nullable Strength right) {
        this.approximate = approximate;
        this.factors = factors;
        this.left = left;
        this.right = right;
    }

    /** One link's strength, a decimal of at most six digits. */
    static Strength of(double decimal) {
        return new Strength(decimal, decimal == 1 ? 0 : drawn(Double.doubleToLongBits(decimal)), null, null);
    }

    Strength times(Strength other) {
        return new Strength(approximate * other.approximate, factors + other.factors, this, other);
    }

    /** The finisher of SplitMix64 (Steele, Lea and Flood 2014), in the variant of Stafford. */
    private static long drawn(long seed) {
        long mixed = (seed ^ seed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** The product, worked out at the first use. */
    BigDecimal exact() {
        BigDecimal known = exact;
        if (known == null) {
            known = left == null || right == null
                    ? decimal(approximate)
                    : left.exact().multiply(right.exact());
            exact = known;
        }
        return known;
    }

    /** The decimal of at most six digits that is nearest, with as few digits as it takes: products of these stay short. */
    private static BigDecimal decimal(double nearest) {
        long digits = Math.round(nearest * 1e6);
        int scale = 6;
        for (; scale > 0 && digits % 10 == 0; scale--) {
            digits /= 10;
        }
        return BigDecimal.valueOf(digits, scale);
    }

    @Override
    public int compareTo(Strength other) {
        if (areApart(approximate, other.approximate)) {
            return Double.compare(approximate, other.approximate);
        }
        return factors == other.factors ? 0 : exact().compareTo(other.exact());
    }

    /** Whether two products by floating point are so far apart that the exact ones differ likewise. */
    static boolean areApart(double one, double other) {
        return Math.abs(one - other) > CLOSE * Math.max(one, other);
    }

    /** The same for the same factors in any order. */
    long factors() {
        return factors;
    }

    /** The product by floating point. */
    double approximate() {
        return approximate;
    }
}
