package org.ficelle.trace;

/** How good a chain is, the best first: the fewest broken rules, then the greatest strength, then the fewest hops. */
final class Rank implements Comparable<Rank> {

    static final Rank START = new Rank(0, Strength.FULL, 0);

    private final int toll;
    private final int hops;
    private final double approximate;
    private final long factors;
    private final Strength strength;

    /** @param toll what breaking rules costs; 0 for every chain within the rules */
    private Rank(int toll, Strength strength, int hops) {
        this.toll = toll;
        this.hops = hops;
        this.strength = strength;
        this.approximate = strength.approximate();
        this.factors = strength.factors();
    }

    /** A number that is the greater the better the rank is; of ranks with close ones it does not tell. */
    double key() {
        return approximate - 2.0 * toll;
    }

    /** Whether the ranks with these keys differ as the keys do. */
    static boolean areApart(double one, double other) {
        return Math.abs(one - other) > Strength.CLOSE * Math.max(Math.abs(one), Math.abs(other));
    }

    /** As bad as a chain can be that has broken rules for so much. */
    static Rank worst(int toll) {
        return new Rank(toll, Strength.of(0), Integer.MAX_VALUE);
    }

    Strength strength() {
        return strength;
    }

    int hops() {
        return hops;
    }

    Rank plus(Rank other) {
        return new Rank(toll + other.toll, strength.times(other.strength), hops + other.hops);
    }

    /** That of the chain where breaking rules costs so much more. */
    Rank plus(int more) {
        return more == 0 ? this : new Rank(toll + more, strength, hops);
    }

    /** Whether a chain has broken rules for no more than another. */
    boolean isAsLight(Rank other) {
        return toll <= other.toll;
    }

    /**
     * That of the chain with another hop.
     *
     * @param hop its strength
     * @param more what breaking rules on the way costs
     */
    Rank plus(double hop, int more) {
        return new Rank(toll + more, strength.times(hop), hops + 1);
    }

    /** Compares what this comes to with another to another rank. */
    int compareWith(Rank completion, Rank other) {
        double product = approximate * completion.approximate;
        return toll + completion.toll == other.toll && Strength.areApart(product, other.approximate)
                ? Double.compare(other.approximate, product)
                : plus(completion).compareTo(other);
    }

    @Override
    public int compareTo(Rank other) {
        if (toll != other.toll) {
            return Integer.compare(toll, other.toll);
        }
        if (Strength.areApart(approximate, other.approximate)) {
            return Double.compare(other.approximate, approximate);
        }
        int stronger = factors == other.factors ? 0 : other.strength.compareTo(strength);
        return stronger != 0 ? stronger : Integer.compare(hops, other.hops);
    }
}
