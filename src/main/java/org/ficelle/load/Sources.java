package org.ficelle.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.SourceFile;

/** The data files as they are now, of which a reload reads those that it has to. */
public interface Sources {

    /** Every dossier's file. */
    List<SourceFile> dossiers();

    /** SHA-256 of the ontology's file. */
    String ontology();

    /** What the file of an ontology says. */
    Ontology parse(String text);

    /** What the file says; empty when anything is wrong with it, or when it is no longer as it was listed. */
    Optional<Dossier> read(SourceFile file);

    /** Of Ficelle. */
    String version();

    /** When the listing of the files began. */
    Instant begun();
}
