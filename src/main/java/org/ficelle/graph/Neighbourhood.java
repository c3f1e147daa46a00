package org.ficelle.graph;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What searches in this process have read of one state of the graph, for those that come after. Reading a link from the
 * store costs several times what a search does with it.
 *
 * <p>A view begins anew when this has come to about an eighth of the heap, and all of it goes when memory runs short.
 * Threads may share it.
 */
final class Neighbourhood {

    /** An entity that a search came upon, and its neighbours once they were read. */
    static final class Place {

        private final long reference;
        private final String id;
        private final Neighbour.Stop stop;
        private volatile @Nullable List<Neighbour> neighbours;

        Place(long reference, String id, Neighbour.Stop stop) {
            this.reference = reference;
            this.id = id;
            this.stop = stop;
        }

        /** Of Neo4j, for its node. */
        long reference() {
            return reference;
        }

        String id() {
            return id;
        }

        Neighbour.Stop stop() {
            return stop;
        }
    }

    /** How many states are kept at most: those of as many stores. */
    private static final int STATES = 4;

    private static final int BYTES_OF_A_PLACE = 250;
    private static final int BYTES_OF_A_NEIGHBOUR = 44;

    private static final Map<String, SoftReference<Neighbourhood>> BY_LOAD = new LinkedHashMap<>(STATES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Neighbourhood>> eldest) {
            return size() > STATES;
        }
    };

    private final long most = Runtime.getRuntime().maxMemory() / 8;
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Long, Place> byReference = new ConcurrentHashMap<>();
    private final Map<String, Place> byId = new ConcurrentHashMap<>();

    /**
     * That of the state which this load made: its name is like no other's.
     *
     * @param load absent when there never was a load, and nothing is to be kept
     */
    static Neighbourhood of(@Nullable String load) {
        if (load == null) {
            return new Neighbourhood();
        }
        synchronized (BY_LOAD) {
            SoftReference<Neighbourhood> kept = BY_LOAD.get(load);
            Neighbourhood known = kept == null ? null : kept.get();
            if (known == null || known.bytes.get() > known.most) {
                known = new Neighbourhood();
                BY_LOAD.put(load, new SoftReference<>(known));
            }
            return known;
        }
    }

    @Nullable
    Place at(long reference) {
        return byReference.get(reference);
    }

    @Nullable
    Place named(String id) {
        return byId.get(id);
    }

    Place keep(Place place) {
        bytes.addAndGet(BYTES_OF_A_PLACE);
        byReference.put(place.reference(), place);
        byId.put(place.id(), place);
        return place;
    }

    /** The neighbours of the place; absent before they were kept. */
    @Nullable
    List<Neighbour> neighbours(Place place) {
        return place.neighbours;
    }

    List<Neighbour> keep(Place place, List<Neighbour> neighbours) {
        List<Neighbour> kept = List.copyOf(neighbours);
        bytes.addAndGet((long) BYTES_OF_A_NEIGHBOUR * kept.size());
        place.neighbours = kept;
        return kept;
    }
}
