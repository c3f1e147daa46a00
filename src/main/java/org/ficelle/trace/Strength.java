package org.ficelle.trace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The product of the strengths of some hops, compared exactly: by floating point where the two are apart, by their
 * factors or by decimals where they are close. The natural order is the weaker first.
 */
final class Strength implements Comparable<Strength> {

    static final Strength FULL = new Strength(1, 0, null, null, 1);

    /** The least that a walked link counts for: the last of the six decimals that link strengths have. */
    static final double LEAST = 0.000001;

    /** Far above the error of a product of a hundred factors, which is about 1e-14. */
    static final double CLOSE = 1e-9;

    private static final int DIGITS = 6;
    private static final double UNIT = 1e6;

    /** Where the factors of a few strengths are kept that come again and again. */
    private static final @Nullable Factored[] KNOWN = new Factored[1 << 10];

    private final double approximate;

    /**
     * A sum over the prime factors of a number drawn for each, less for those in the denominator: the same for products
     * that are equal. Others have the same sum with a probability of about 2⁻⁶⁴.
     */
    private final long factors;

    private final @Nullable Strength left;
    private final @Nullable Strength right;
    private final double decimal;
    private @Nullable BigDecimal exact;

    /** @param decimal the last factor, besides those on the left and on the right */
    private Strength(
            double approximate, long factors, @Nullable Strength left, @Nullable Strength right, double decimal) {
        this.approximate = approximate;
        this.factors = factors;
        this.left = left;
        this.right = right;
        this.decimal = decimal;
    }

    /** What is known of a decimal. */
    private record Factored(double decimal, long factors) {}

    /** One link's strength, a decimal of at most six digits. */
    static Strength of(double decimal) {
        return FULL.times(decimal);
    }

    Strength times(Strength other) {
        return new Strength(approximate * other.approximate, factors + other.factors, this, other, 1);
    }

    /** @param other one link's strength, a decimal of at most six digits */
    Strength times(double other) {
        return new Strength(approximate * other, factors + factors(other), this, null, other);
    }

    private static long factors(double decimal) {
        long bits = Double.doubleToRawLongBits(decimal);
        int slot = (int) (bits * 0x9e3779b97f4a7c15L >>> 54);
        Factored known = KNOWN[slot];
        if (known == null || known.decimal != decimal) {
            // Threads may come in between: what one of them finds is as good as what another does.
            known = new Factored(decimal, factored(digits(decimal)) - DIGITS * (drawn(2) + drawn(5)));
            KNOWN[slot] = known;
        }
        return known.factors;
    }

    private static long factored(long product) {
        if (product == 0) {
            return drawn(0);
        }
        long sum = 0;
        long left = product;
        for (long prime = 2; prime * prime <= left; prime++) {
            for (; left % prime == 0; left /= prime) {
                sum += drawn(prime);
            }
        }
        return left == 1 ? sum : sum + drawn(left);
    }

    /** One step of SplitMix64 (Steele, Lea and Flood 2014), with the finisher in the variant of Stafford. */
    private static long drawn(long seed) {
        long mixed = seed * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** The product, worked out at the first use. */
    BigDecimal exact() {
        BigDecimal known = exact;
        if (known == null) {
            known = decimal(decimal);
            if (left != null) {
                known = left.exact().multiply(known);
            }
            if (right != null) {
                known = known.multiply(right.exact());
            }
            exact = known;
        }
        return known;
    }

    private static long digits(double nearest) {
        return Math.round(nearest * UNIT);
    }

    /** How many of the last of its six decimals a link's strength is short of 1. */
    static long weakness(double decimal) {
        return (long) UNIT - digits(decimal);
    }

    /** The decimal of at most six digits that is nearest, with as few digits as it takes: products of these stay short. */
    private static BigDecimal decimal(double nearest) {
        long digits = digits(nearest);
        int scale = DIGITS;
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

    /** The same for the same product. */
    long factors() {
        return factors;
    }

    /** The product by floating point. */
    double approximate() {
        return approximate;
    }
}
