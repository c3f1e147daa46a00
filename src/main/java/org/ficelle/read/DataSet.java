package org.ficelle.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/**
 * What was read from data files; nothing has been compared across files yet.
 *
 * @param ontology absent when there is none, or a faulty one
 * @param ontologyText the ontology's file as text; empty when it could not be read
 * @param dossiers in order of their paths; of a faulty file, what could be read
 * @param problems in order of their places
 */
public record DataSet(
        Optional<Ontology> ontology, String ontologyText, List<Dossier> dossiers, List<Problem> problems) {

    /** Rules whose breach leaves part of a file unread. */
    static final Set<String> UNREAD = Set.of(
            "cut-short",
            "empty",
            "not-an-object",
            "not-found",
            "not-utf-8",
            "syntax",
            "too-deep",
            "too-large",
            "trailing",
            "unreadable");

    public DataSet {
        dossiers = List.copyOf(dossiers);
        problems = problems.stream().sorted().toList();
    }

    /** Whether anything is wrong that must keep the data out of the graph. */
    public boolean faulty() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Whether every file could be read to its end. When one could not, elements are missing, and checking the dossiers
     * against each other would call known things unknown.
     */
    public boolean whole() {
        return problems.stream().noneMatch(problem -> UNREAD.contains(problem.rule()));
    }
}
