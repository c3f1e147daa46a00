package org.ficelle.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** The links of one entity, packed: as objects they take twice the room, and far longer to go through. */
public final class Neighbours extends AbstractList<Neighbour> {

    /**
     * How many numbers a link has: that of its sort, that of the entity at the other end, that of what this is as a stop,
     * and the two halves of its strength.
     */
    private static final int WIDTH = 5;

    /** No links. */
    public static final Neighbours NONE = new Neighbours(new Numbering(), new int[0]);

    private final Numbering numbering;
    private final int[] numbers;

    private Neighbours(Numbering numbering, int[] numbers) {
        this.numbering = numbering;
        this.numbers = numbers;
    }

    /** The same links, by these numbers. */
    public static Neighbours of(List<Neighbour> links, Numbering numbering) {
        if (links instanceof Neighbours packed && packed.numbering == numbering) {
            return packed;
        }
        Packing packing = new Packing(numbering);
        for (Neighbour link : links) {
            packing.add(
                    numbering.number(new Neighbour.Sort(link.relation(), link.outward(), link.status())),
                    link.strength(),
                    numbering.number(link.id()),
                    numbering.number(link.stop()));
        }
        return packing.pack();
    }

    /** Takes in links one after the other, of any number of entities in turn. */
    static final class Packing {

        private final Numbering numbering;
        private int[] numbers = new int[16 * WIDTH];
        private int size;

        Packing(Numbering numbering) {
            this.numbering = numbering;
        }

        void add(int sort, double strength, int entity, int stop) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            long bits = Double.doubleToRawLongBits(strength);
            numbers[size++] = sort;
            numbers[size++] = entity;
            numbers[size++] = stop;
            numbers[size++] = (int) (bits >>> 32);
            numbers[size++] = (int) bits;
        }

        /** What was added since the last time, the strongest first: as those who go through it want it. */
        Neighbours pack() {
            long[] order = new long[size / WIDTH];
            for (int i = 0; i < order.length; i++) {
                // Numbers above 0 are ordered as their upper bits are.
                order[i] = (long) -numbers[WIDTH * i + 3] << 32 | i;
            }
            Arrays.sort(order);
            int[] packed = new int[size];
            for (int i = 0; i < order.length; i++) {
                System.arraycopy(numbers, WIDTH * (int) order[i], packed, WIDTH * i, WIDTH);
            }
            size = 0;
            return new Neighbours(numbering, packed);
        }
    }

    @Override
    public int size() {
        return numbers.length / WIDTH;
    }

    @Override
    public Neighbour get(int index) {
        Neighbour.Sort sort = numbering.sort(sort(index));
        return new Neighbour(
                sort.relation(),
                sort.outward(),
                sort.status(),
                strength(index),
                numbering.id(entity(index)),
                numbering.stop(stop(index)));
    }

    /** The number of the link's sort. */
    public int sort(int index) {
        return numbers[WIDTH * index];
    }

    /** The number of the entity at the other end. */
    public int entity(int index) {
        return numbers[WIDTH * index + 1];
    }

    /** The number of what the entity at the other end is as a stop. */
    public int stop(int index) {
        return numbers[WIDTH * index + 2];
    }

    /** How strong the link is, 0 to 1. */
    public double strength(int index) {
        int at = WIDTH * index + 3;
        return Double.longBitsToDouble((long) numbers[at] << 32 | numbers[at + 1] & 0xffffffffL);
    }
}
