package org.ficelle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ficelle.check.Agreement.Facet;
import org.ficelle.model.Annotations;
import org.ficelle.model.Document;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.ficelle.model.Publication;

/** What holds for a document by itself, and how several declarations of one become one. */
final class DocumentRules {

    static final Agreement<Document> AGREEMENT = new Agreement<>(
            "document",
            document -> "the document " + document.id(),
            "give each an id of its own",
            List.of(
                    new Facet<>("type", Document::type),
                    new Facet<>("title", Document::title),
                    new Facet<>("publisher", DocumentRules::publisher),
                    new Facet<>("authors", document -> document.publication().authors()),
                    new Facet<>("published", document -> document.publication().published()),
                    new Facet<>("url", document -> document.publication().url()),
                    new Facet<>("sha256", document -> document.publication().sha256()),
                    new Facet<>("derivesFrom", Document::derivesFrom),
                    new Facet<>("reliability", Document::reliability),
                    new Facet<>("interests", Document::interests),
                    new Facet<>("marking", document -> document.annotations().marking()),
                    new Facet<>("note", document -> document.annotations().note())),
            true);

    /** An author written so is an entity; a plain name has no word and colon in front. */
    private static final Pattern ENTITY_ID = Pattern.compile("[a-z][a-z0-9-]*:\\S+");

    private final References references;
    private final Consumer<Problem> problems;

    DocumentRules(References references, Consumer<Problem> problems) {
        this.references = references;
        this.problems = problems;
    }

    /** The declaration with every id in its normal form. */
    Located<Document> normal(Located<Document> declaration) {
        Document document = declaration.value();
        Publication publication = document.publication();
        String publisher = publication.publisher();
        List<String> authors = new ArrayList<>();
        for (String author : publication.authors()) {
            authors.add(
                    ENTITY_ID.matcher(author).matches()
                            ? references.entity(author, item(declaration, "authors", authors.size()))
                            : author);
        }
        for (int i = 0; i < document.derivesFrom().size(); i++) {
            String source = document.derivesFrom().get(i);
            if (source.equals(document.id())) {
                problems.accept(Problem.error(
                        item(declaration, "derivesFrom", i),
                        "derives-from-itself",
                        "the document " + source + " derives from itself",
                        "name the document it relays"));
            } else {
                references.document(source, item(declaration, "derivesFrom", i));
            }
        }
        return new Located<>(
                new Document(
                        document.id(),
                        document.type(),
                        document.title(),
                        new Publication(
                                publisher == null ? null : references.entity(publisher, declaration.at("publisher")),
                                authors,
                                publication.published(),
                                publication.url(),
                                publication.sha256()),
                        document.derivesFrom().stream().distinct().sorted().toList(),
                        document.reliability(),
                        document.interests(),
                        document.annotations()),
                declaration.at(),
                declaration.fields());
    }

    static Document merge(String id, Declared.Merge<Document> all) {
        Document first = all.first();
        return new Document(
                id,
                first.type(),
                first.title(),
                new Publication(
                        first.publication().publisher(),
                        all.list(document -> document.publication().authors()),
                        all.given(document -> document.publication().published()),
                        all.given(document -> document.publication().url()),
                        all.given(document -> document.publication().sha256())),
                all.list(Document::derivesFrom),
                all.given(Document::reliability),
                all.list(Document::interests),
                new Annotations(
                        all.given(document -> document.annotations().marking()),
                        all.given(document -> document.annotations().note()),
                        all.united(document -> document.annotations().ref())));
    }

    private static String publisher(Document document) {
        String publisher = document.publication().publisher();
        return publisher == null ? Publication.NOT_STATED : publisher;
    }

    private static Location item(Located<Document> declaration, String list, int index) {
        String item = list + "[" + index + "]";
        return declaration.at(declaration.fields().containsKey(item) ? item : list);
    }
}
