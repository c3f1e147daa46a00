package org.ficelle.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that depend on the seed alone, and not on the machine, the Java or the order of other choices. */
final class Dice {

    private final SplittableRandom random;

    Dice(long... seeds) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long seed : seeds) {
            mixed = mix(mixed ^ mix(seed));
        }
        random = new SplittableRandom(mixed);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** 0 to {@code bound}, the bound left out. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /**
     * A rank, 0 to {@code bound}, of which rank r is drawn in proportion to r to the power of -3/4: entities drawn so
     * have degrees that follow a power law with an exponent of 2.3.
     */
    int rank(int bound) {
        double fraction = random.nextDouble();
        return Math.min(bound - 1, (int) (bound * fraction * fraction * fraction * fraction));
    }
}
