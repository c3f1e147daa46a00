package org.ficelle.procedure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** A Neo4j that knows nothing of Ficelle but what is in its plugins folder. Runs queries and prints their rows. */
public final class StockServer {

    private StockServer() {}

    /** @param arguments the store, the plugins folder, and the queries */
    public static void main(String[] arguments) {
        System.out.println(isThere("org/ficelle/graph/View.class") ? "not alone" : "alone");
        DatabaseManagementService neo4j = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(GraphDatabaseSettings.plugin_dir, Path.of(arguments[1]))
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        for (String query : Arrays.asList(arguments).subList(2, arguments.length)) {
            try (Transaction transaction = neo4j.database("neo4j").beginTx();
                    Result result = transaction.execute(query)) {
                result.stream()
                        .map(row -> result.columns().stream()
                                .map(column -> String.valueOf(row.get(column)))
                                .collect(Collectors.joining(" | ")))
                        .forEach(System.out::println);
            } catch (QueryExecutionException refused) {
                System.out.println(refused.getMessage());
            }
        }
        neo4j.shutdown();
    }

    private static boolean isThere(String type) {
        return StockServer.class.getClassLoader().getResource(type) != null;
    }
}
