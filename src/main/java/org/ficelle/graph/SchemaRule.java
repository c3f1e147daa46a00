package org.ficelle.graph;

/**
 * A constraint or index of the graph.
 *
 * @param on the label or relationship type it is about
 */
record SchemaRule(String name, Form form, String on) {

    enum Form {
        /** Ids are unique among the nodes of a label. */
        NODE_ID,
        /** Ids are unique among the links of a type. */
        LINK_ID,
        /** Full text of names, aliases and their folded forms. */
        NAMES,
        /** Text of the folded names. */
        FOLDED
    }

    SchemaRule {
        GraphSchema.token(name);
        GraphSchema.token(on);
    }
}
