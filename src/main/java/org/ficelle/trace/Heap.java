package org.ficelle.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels by their ranks, the best first. Keeps the keys of the ranks at hand: most are told apart by these alone. */
final class Heap {

    private final Comparator<Label> order;
    private Label[] labels = new Label[64];
    private double[] keys = new double[64];
    private int size;

    /** @param order tells apart labels with keys that are close */
    Heap(Comparator<Label> order) {
        this.order = order;
    }

    void add(Label label, Rank rank) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
        }
        int at = size++;
        double key = rank.key();
        while (at > 0 && isBefore(label, key, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(label, key, at);
    }

    void addAll(List<Label> more) {
        more.forEach(label -> add(label, label.promise()));
    }

    /** The first; absent when there is none. */
    @Nullable
    Label peek() {
        return size == 0 ? null : labels[0];
    }

    /** Takes out the first; absent when there is none. */
    @Nullable
    Label poll() {
        if (size == 0) {
            return null;
        }
        Label first = labels[0];
        size--;
        sink(labels[size], keys[size]);
        return first;
    }

    /** Puts the first where it belongs by another rank, no better than the one it had. */
    void lower(Rank rank) {
        sink(labels[0], rank.key());
    }

    /** Puts the label in the place of the first, and then where it belongs. */
    private void sink(Label label, double key) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(labels[child + 1], keys[child + 1], child)) {
                child++;
            }
            if (isBefore(label, key, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(label, key, at);
    }

    private boolean isBefore(Label label, double key, int other) {
        return Rank.areApart(key, keys[other]) ? key > keys[other] : order.compare(label, labels[other]) < 0;
    }

    private void move(int from, int to) {
        put(labels[from], keys[from], to);
    }

    private void put(Label label, double key, int at) {
        labels[at] = label;
        keys[at] = key;
    }
}
