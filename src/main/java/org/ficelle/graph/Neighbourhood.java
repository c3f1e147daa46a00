package org.ficelle.graph;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ficelle.model.Document;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * What searches in this process have read of one state of the graph, for those that come after. Reading a link from the
 * store costs several times what a search does with it.
 *
 * <p>A view begins anew when this has come to about an eighth of the heap, and all of it goes when memory runs short.
 * Threads may share it.
 */
final class Neighbourhood {

    /** An entity that a search came upon. */
    static final class Place {

        private final long reference;
        private final int number;
        private final int stop;

        Place(long reference, int number, int stop) {
            this.reference = reference;
            this.number = number;
            this.stop = stop;
        }

        /** Of Neo4j, for its node. */
        long reference() {
            return reference;
        }

        /** Of the entity. */
        int number() {
            return number;
        }

        /** The number of what the entity is as a stop. */
        int stop() {
            return stop;
        }
    }

    /** Entities of which Neo4j's numbers follow one another: those that were loaded together have such. */
    private static final class Page {

        static final int SIZE = 1 << 10;
        static final Page EMPTY = new Page(new Place[SIZE]);

        private final @Nullable Place[] places;

        Page(@Nullable Place[] places) {
            this.places = places;
        }
    }

    /** How many states are kept at most: those of as many stores. */
    private static final int STATES = 4;

    private static final int BYTES_OF_A_PLACE = 210;
    private static final int BYTES_OF_A_PAGE = 4 * Page.SIZE;
    private static final int BYTES_OF_A_NEIGHBOUR = 20;
    private static final int BYTES_OF_A_RECORD = 1_000;

    private static final Map<String, SoftReference<Neighbourhood>> BY_LOAD = new LinkedHashMap<>(STATES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Neighbourhood>> eldest) {
            return size() > STATES;
        }
    };

    private final long most = Runtime.getRuntime().maxMemory() / 8;
    private final AtomicLong bytes = new AtomicLong();
    private final Numbering numbering = new Numbering();
    private final Map<String, Vertex> vertices = new ConcurrentHashMap<>();
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private volatile Page[] byReference = {};

    /** By the numbers of entities. Who sees too little of it while others add to it reads again what they have read. */
    private volatile @Nullable Place[] byNumber = new Place[16];

    private volatile @Nullable Neighbours[] read = new Neighbours[16];

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

    /** The entity by an id that leads to it; absent before it was kept. */
    @Nullable
    Vertex vertex(String id) {
        return vertices.get(id);
    }

    Vertex keep(String id, Vertex vertex) {
        bytes.addAndGet(BYTES_OF_A_RECORD);
        vertices.put(id, vertex);
        return vertex;
    }

    /** The document; absent before it was kept. */
    @Nullable
    Document document(String id) {
        return documents.get(id);
    }

    Document keep(Document document) {
        bytes.addAndGet(BYTES_OF_A_RECORD);
        documents.put(document.id(), document);
        return document;
    }

    /** The numbers that all of this goes by. */
    Numbering numbering() {
        return numbering;
    }

    @Nullable
    Place at(long reference) {
        Page[] pages = byReference;
        long page = reference / Page.SIZE;
        return page < pages.length ? pages[(int) page].places[(int) (reference % Page.SIZE)] : null;
    }

    @Nullable
    Place named(String id) {
        return numbered(numbering.number(id));
    }

    @Nullable
    Place numbered(int number) {
        @Nullable Place[] known = byNumber;
        return number < known.length ? known[number] : null;
    }

    /** Keeps what is known of an entity from now on. */
    Place keep(long reference, String id, Neighbour.Stop stop) {
        Place place = new Place(reference, numbering.number(id), numbering.number(stop));
        bytes.addAndGet(BYTES_OF_A_PLACE);
        number(place.number(), place);
        refer(place);
        return place;
    }

    private synchronized void refer(Place place) {
        int page = Math.toIntExact(place.reference() / Page.SIZE);
        Page[] pages = byReference;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(2 * pages.length, page + 1));
            Arrays.fill(pages, byReference.length, pages.length, Page.EMPTY);
        }
        if (pages[page] == Page.EMPTY) {
            pages[page] = new Page(new Place[Page.SIZE]);
            bytes.addAndGet(BYTES_OF_A_PAGE);
        }
        pages[page].places[(int) (place.reference() % Page.SIZE)] = place;
        byReference = pages;
    }

    /** Notes that the id, which may be that of an entity merged into it, leads to the place. */
    void name(String id, Place place) {
        number(numbering.number(id), place);
    }

    private synchronized void number(int number, Place place) {
        byNumber = roomFor(number, byNumber);
        byNumber[number] = place;
    }

    private static <T> @Nullable T[] roomFor(int number, @Nullable T[] array) {
        return number < array.length ? array : Arrays.copyOf(array, Math.max(2 * array.length, number + 1));
    }

    /** The neighbours of the entity with the number; absent before they were kept. */
    @Nullable
    Neighbours neighbours(int number) {
        @Nullable Neighbours[] kept = read;
        return number < kept.length ? kept[number] : null;
    }

    Neighbours keep(Place place, Neighbours neighbours) {
        bytes.addAndGet((long) BYTES_OF_A_NEIGHBOUR * neighbours.size());
        synchronized (this) {
            read = roomFor(place.number(), read);
            read[place.number()] = neighbours;
        }
        return neighbours;
    }
}
