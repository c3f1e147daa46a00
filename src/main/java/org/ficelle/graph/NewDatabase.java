package org.ficelle.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ficelle.graph.SchemaRule.Form;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.kernel.internal.locker.GlobalLocker;

/**
 * A database that is made beside the one of a store and then takes its place. Until a small file says that it is whole,
 * it counts for nothing; from then on it is the store's, however often the process that puts it in place is ended.
 */
final class NewDatabase {

    private final Path store;
    private final Path folder;
    private final Path whole;

    /** @param store the folder of the store */
    NewDatabase(Path store) {
        this.store = store;
        this.folder = store.resolve("new");
        this.whole = folder.resolve("whole");
    }

    /** The home of the Neo4j of which the new database is made. */
    Path home() {
        return folder;
    }

    /** From here on the new database is the one that counts. */
    void declareWhole(List<SchemaRule> rules) throws IOException {
        Path part = folder.resolve("whole.part");
        List<String> lines = rules.stream()
                .map(rule -> rule.name() + " " + rule.form() + " " + rule.on())
                .toList();
        Files.write(part, lines);
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isWhole() {
        return Files.exists(whole);
    }

    /** The constraints and indexes that the new database is still to get. */
    List<SchemaRule> rules() throws IOException {
        List<SchemaRule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(whole)) {
            String[] words = line.split(" ");
            rules.add(new SchemaRule(words[0], Form.valueOf(words[1]), words[2]));
        }
        return rules;
    }

    /** Moves it where the store's database was, while no Neo4j runs on the store. */
    void moveIn() throws IOException {
        try (var files = new DefaultFileSystemAbstraction();
                var locker = new GlobalLocker(files, Neo4jLayout.of(store))) {
            locker.checkLock();
            DatabaseLayout from = layout(folder);
            DatabaseLayout to = layout(store);
            move(files, from.databaseDirectory(), to.databaseDirectory());
            move(files, from.getTransactionLogsDirectory(), to.getTransactionLogsDirectory());
        }
    }

    private static DatabaseLayout layout(Path home) {
        return Neo4jLayout.of(home).databaseLayout(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private static void move(DefaultFileSystemAbstraction files, Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            files.deleteRecursively(to);
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Deletes what is left of it; the file that says that it is whole goes last. */
    void delete() throws IOException {
        try (var files = new DefaultFileSystemAbstraction()) {
            files.deleteRecursively(folder.resolve("data"));
            files.deleteRecursively(folder);
        }
    }
}
