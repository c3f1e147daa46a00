package org.ficelle.procedure;

import org.neo4j.kernel.api.exceptions.Status;

/** Ends a procedure with one sentence for the user; Neo4j passes on the message of an exception that has a status. */
final class ProcedureFault extends RuntimeException implements Status.HasStatus {

    private static final long serialVersionUID = 1L;

    ProcedureFault(String sentence) {
        super(sentence);
    }

    @Override
    public Status status() {
        return Status.Procedure.ProcedureCallFailed;
    }
}
