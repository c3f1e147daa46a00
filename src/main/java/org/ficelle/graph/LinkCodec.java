package org.ficelle.graph;

import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Proposition;
import org.ficelle.model.RelationClass;

/** Links as relationships between entities, of the type of their relation. */
public final class LinkCodec {

    private LinkCodec() {}

    public static Element.Tie encode(Link link) {
        Link.Backing backing = link.backing();
        PropertyValues properties = new PropertyValues()
                .put("status", link.status())
                .put("class", link.relationClass())
                .put("walkable", link.walkable())
                .put("weight", link.weight())
                .put("strength", link.strength())
                .put("claims", backing.claims())
                .put("against", backing.against())
                .put("origins", backing.origins())
                .put("documents", backing.documents())
                .put("from", backing.from())
                .put("until", backing.until());
        return new Element.Tie(
                new ElementKey(link.relation(), link.id()), link.subject(), link.object(), properties.values());
    }

    public static Link decode(Element.Tie tie) {
        PropertyValues properties = new PropertyValues(tie.properties());
        return new Link(
                Proposition.of(tie.from(), tie.key().type(), tie.to()),
                properties.label(LinkStatus.class, "status"),
                properties.label(RelationClass.class, "class"),
                properties.flag("walkable"),
                properties.number("weight"),
                properties.number("strength"),
                new Link.Backing(
                        properties.texts("claims"),
                        properties.texts("against"),
                        properties.texts("origins"),
                        properties.texts("documents"),
                        properties.dateOrNull("from"),
                        properties.dateOrNull("until")));
    }
}
