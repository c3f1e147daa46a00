package org.ficelle.check;

import java.util.List;
import java.util.Optional;
import org.ficelle.model.Corpus;
import org.ficelle.model.Problem;

/**
 * What checking dossiers against each other found.
 *
 * @param corpus everything put together; present exactly when no problem is an error
 * @param problems in order of their places
 */
public record Checked(Optional<Corpus> corpus, List<Problem> problems) {

    public Checked {
        problems = problems.stream().sorted().toList();
    }
}
