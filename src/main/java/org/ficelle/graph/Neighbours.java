package org.ficelle.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** The links of one entity, packed: as objects they take twice the room, and far longer to go through. */
public final class Neighbours extends AbstractList<Neighbour> {

    /** How many numbers a link has: of its sort, of the entity at the other end and of what that is as a stop. */
    private static final int WIDTH = 3;

    /** No links. */
    public static final Neighbours NONE = new Neighbours(new Places(), new int[0], new double[0]);

    private final Places places;
    private final int[] numbers;
    private final double[] strengths;

    private Neighbours(Places places, int[] numbers, double[] strengths) {
        this.places = places;
        this.numbers = numbers;
        this.strengths = strengths;
    }

    /** The same links, by the numbers of these places. */
    public static Neighbours of(List<Neighbour> links, Places places) {
        if (links instanceof Neighbours packed && packed.places == places) {
            return packed;
        }
        Packing packing = new Packing(places);
        for (Neighbour link : links) {
            packing.add(
                    new Neighbour.Sort(link.relation(), link.outward(), link.status()),
                    link.strength(),
                    places.number(link.id()),
                    places.number(link.stop()));
        }
        return packing.pack();
    }

    /** Takes in links one after the other, of any number of entities in turn. */
    static final class Packing {

        private final Places places;
        private int[] numbers = new int[16 * WIDTH];
        private double[] strengths = new double[16];
        private int size;

        Packing(Places places) {
            this.places = places;
        }

        void add(Neighbour.Sort sort, double strength, int entity, int stop) {
            if (size == strengths.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
                strengths = Arrays.copyOf(strengths, 2 * size);
            }
            numbers[WIDTH * size] = places.number(sort);
            numbers[WIDTH * size + 1] = entity;
            numbers[WIDTH * size + 2] = stop;
            strengths[size++] = strength;
        }

        /** What was added since the last time. */
        Neighbours pack() {
            int links = size;
            size = 0;
            return new Neighbours(places, Arrays.copyOf(numbers, WIDTH * links), Arrays.copyOf(strengths, links));
        }
    }

    @Override
    public int size() {
        return strengths.length;
    }

    @Override
    public Neighbour get(int index) {
        Neighbour.Sort sort = places.sort(sort(index));
        return new Neighbour(
                sort.relation(),
                sort.outward(),
                sort.status(),
                strength(index),
                places.id(entity(index)),
                places.stop(stop(index)));
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
        return strengths[index];
    }
}
