package org.ficelle.graph;

/** One step of a load. */
public sealed interface Change {

    ElementKey key();

    /** The element is not in the graph yet. */
    record Create(Element element) implements Change {
        @Override
        public ElementKey key() {
            return element.key();
        }
    }

    /** The element is in the graph with other content; afterwards it has exactly this content. */
    record Update(Element element) implements Change {
        @Override
        public ElementKey key() {
            return element.key();
        }
    }

    /** The element is in the graph and goes. */
    record Remove(ElementKey key) implements Change {}
}
