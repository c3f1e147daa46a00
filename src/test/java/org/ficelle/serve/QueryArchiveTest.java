package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryArchiveTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeQueries() throws IOException {
        Files.createDirectories(folder.resolve("paths/far"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("paths/near.cypher"), "// Näher\nRETURN 1;\n");
        Files.writeString(folder.resolve("paths/far/chain.cypher"), "// Chain\nRETURN 2;\n");
        Files.writeString(folder.resolve("all.cypher"), "// All\nRETURN 3;\n");
        Files.writeString(folder.resolve("README.md"), "no query");
        Files.writeString(folder.resolve(".git/hidden.cypher"), "// Hidden\nRETURN 4;\n");
    }

    @Test
    void shouldHoldTheQueriesWithAnEntryForEveryFolderBeforeItsFiles() throws IOException {
        Map<String, String> entries = entries(QueryArchive.of(folder));

        assertThat(entries.keySet())
                .containsExactly("all.cypher", "paths/", "paths/far/", "paths/far/chain.cypher", "paths/near.cypher");
        assertThat(entries.get("paths/near.cypher")).isEqualTo("// Näher\nRETURN 1;\n");
    }

    @Test
    void shouldBeTheSameForTheSameFilesWhereverAndWheneverItIsMade() throws IOException {
        byte[] here = QueryArchive.of(folder);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Baku"));
            Files.setLastModifiedTime(folder.resolve("all.cypher"), FileTime.fromMillis(1_000_000));

            assertThat(QueryArchive.of(folder)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void shouldBeEmptyWhereThereAreNoQueries() throws IOException {
        assertThat(entries(QueryArchive.of(null))).isEmpty();
    }

    static Map<String, String> entries(byte[] archive) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(entries.putIfAbsent(entry.getName(), content)).isNull();
            }
        }
        return entries;
    }
}
