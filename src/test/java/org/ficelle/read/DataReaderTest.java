package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.ficelle.model.Dossier;
import org.ficelle.model.Problem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReaderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void putOntology() throws IOException {
        Files.copy(Sample.GOOD.resolve("ontology.json"), folder.resolve("ontology.json"));
    }

    private Path put(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(
                path,
                Sample.bytes("{'dossier': '" + path.getFileName().toString().replace(".json", "") + "'}"));
    }

    private static List<String> names(DataSet read) {
        return read.dossiers().stream()
                .map(Dossier::name)
                .map(name -> name.value())
                .toList();
    }

    private static List<String> rules(DataSet read) {
        return read.problems().stream().map(Problem::rule).toList();
    }

    @Test
    void shouldReadEveryDossierBelowAFolderInOrderOfPaths() throws IOException {
        put("b.json");
        put("a/z.json");
        put("a/deeper/y.json");
        put(".hidden/x.json");
        put(".draft.json");
        Files.writeString(folder.resolve("notes.txt"), "no JSON");
        Files.writeString(folder.resolve("dossier.schema.json"), "{}");

        DataSet read = DataReader.read(List.of(folder));

        assertThat(names(read)).containsExactly("y", "z", "b");
        assertThat(read.problems()).isEmpty();
        assertThat(read.ontology()).isPresent();
        assertThat(read.ontologyText()).isEqualTo(Sample.text(Sample.GOOD.resolve("ontology.json")));
    }

    @Test
    void shouldCallFilesAsTheUserDid() {
        DataSet read = DataReader.read(List.of(Sample.GOOD));

        assertThat(read.dossiers().get(0).file()).isEqualTo("src/test/resources/good/every-field.json");
        assertThat(read.dossiers().get(0).entities().get(0).at().file())
                .isEqualTo("src/test/resources/good/every-field.json");
    }

    @Test
    void shouldReadAFileOnceHoweverOftenItIsNamed() throws IOException {
        Path file = put("a.json");

        DataSet read = DataReader.read(List.of(file, folder, folder.resolve("../" + folder.getFileName() + "/a.json")));

        assertThat(names(read)).containsExactly("a");
        assertThat(read.dossiers().get(0).file()).isEqualTo(file.toString());
    }

    @Test
    void shouldFindTheOntologyBesideOrAboveAFile() throws IOException {
        put("a.json");
        put("deep/er/b.json");

        assertThat(DataReader.read(List.of(folder.resolve("a.json"))).ontology())
                .isPresent();
        assertThat(DataReader.read(List.of(folder.resolve("deep/er/b.json"))).ontology())
                .isPresent();
        assertThat(DataReader.read(List.of(folder.resolve("deep"))).ontology()).isPresent();
    }

    @Test
    void shouldSayWhereItLookedForTheOntology() throws IOException {
        put("a.json");
        Files.delete(folder.resolve("ontology.json"));

        DataSet read = DataReader.read(List.of(folder));

        assertThat(read.ontology()).isEmpty();
        assertThat(read.ontologyText()).isEmpty();
        assertThat(rules(read)).containsExactly("no-ontology");
        assertThat(read.problems().get(0).wrong()).contains(folder.toString());
        assertThat(names(read)).containsExactly("a");
    }

    @Test
    void shouldRefuseTwoOntologies() throws IOException {
        put("a/a.json");
        Files.copy(folder.resolve("ontology.json"), folder.resolve("a/ontology.json"));

        DataSet read = DataReader.read(List.of(folder));

        assertThat(rules(read)).containsExactly("two-ontologies");
        assertThat(read.ontology()).isEmpty();
        assertThat(DataReader.read(List.of(folder.resolve("a"))).faulty()).isFalse();
    }

    @Test
    void shouldTellOfAPathThatIsNotThere() {
        DataSet read = DataReader.read(List.of(folder.resolve("nowhere.json"), folder));

        assertThat(rules(read)).contains("not-found");
        assertThat(read.problems().get(0).at().file())
                .isEqualTo(folder.resolve("nowhere.json").toString());
        assertThat(read.whole()).isFalse();
    }

    @Test
    void shouldTellOfFilesAndFoldersThatMayNotBeRead() throws IOException {
        Path file = put("a.json");
        Path locked = Files.createDirectories(folder.resolve("locked"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

        DataSet read = DataReader.read(List.of(folder));

        assertThat(rules(read)).containsExactly("no-dossier", "unreadable", "unreadable");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void shouldTellOfAFileThatIsTooLarge() throws IOException {
        Path large = folder.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(DataReader.MAX_BYTES + 1L);
        }

        DataSet read = DataReader.read(List.of(large));

        assertThat(rules(read)).containsExactly("too-large");
        assertThat(read.dossiers()).isEmpty();
    }

    @Test
    void shouldNotFollowLinksInACircle() throws IOException {
        put("a/a.json");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);

        DataSet read = DataReader.read(List.of(folder));

        assertThat(names(read)).containsExactly("a");
        assertThat(rules(read)).containsExactly("unreadable");
    }

    @Test
    void shouldWarnOfAFolderWithoutDossiers() {
        DataSet read = DataReader.read(List.of(folder));

        assertThat(rules(read)).containsExactly("no-dossier");
        assertThat(read.faulty()).isFalse();
    }

    @Test
    void shouldReadWhatIsShippedWithoutProblem() {
        DataSet read = DataReader.read(List.of(Sample.DATA));

        assertThat(read.problems()).isEmpty();
        assertThat(read.ontology()).isPresent();
        assertThat(read.dossiers()).hasSizeGreaterThan(5);
    }

    @Test
    void shouldShipNoQuotes() {
        assertThat(DataReader.read(List.of(Sample.DATA)).dossiers())
                .flatExtracting(Dossier::claims)
                .allSatisfy(claim -> assertThat(claim.value().wording().quote()).isNull());
    }
}
