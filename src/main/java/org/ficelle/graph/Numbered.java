package org.ficelle.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Things by numbers, from 0 in the order in which they came; equal things have one number. Threads may share it. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Object[] things = new Object[16];
    private int size;

    int number(T thing) {
        Integer known = numbers.get(thing);
        return known != null ? known : add(thing);
    }

    private synchronized int add(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        int number = size++;
        if (number == things.length) {
            things = Arrays.copyOf(things, 2 * number);
        }
        // Who learns the number from the map or from what is told of it afterwards also sees the thing.
        things[number] = thing;
        numbers.put(thing, number);
        return number;
    }

    @SuppressWarnings("unchecked")
    T at(int number) {
        return (T) things[number];
    }
}
