package org.ficelle.graph;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One step of a load. What an element is to hold is worked out when it is asked for, since a load may be large. */
public sealed interface Change {

    ElementKey key();

    /**
     * The element is not in the graph yet.
     *
     * @param content what the element of a key is to be
     */
    record Create(ElementKey key, Function<ElementKey, ? extends Element> content) implements Change {

        public Create(Element element) {
            this(element.key(), key -> element);
        }

        public Element element() {
            return content.apply(key);
        }
    }

    /**
     * The element is in the graph with other content; afterwards it has exactly this content.
     *
     * @param content what the element of a key is to be
     * @param before what it is in the graph, where that was read; only what differs needs to be written then
     */
    record Update(
            ElementKey key,
            Function<ElementKey, ? extends Element> content,
            @Nullable Element before) implements Change {

        public Update(Element element) {
            this(element, null);
        }

        public Update(Element element, @Nullable Element before) {
            this(element.key(), key -> element, before);
        }

        public Element element() {
            return content.apply(key);
        }
    }

    /** The element is in the graph and goes. */
    record Remove(ElementKey key) implements Change {}
}
