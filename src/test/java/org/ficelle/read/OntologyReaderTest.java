package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OntologyReaderTest {

    private static final String GOOD = Sample.text(Sample.GOOD.resolve("ontology.json"));

    private final Ontology ontology = OntologyReader.parse(GOOD);

    @Test
    void shouldReadKindsInTheirOrder() {
        assertThat(ontology.kinds().keySet()).startsWith("Account", "Domain", "IpAddress");
        assertThat(ontology.kind("Account").key()).isEqualTo(KeyForm.HANDLE);
        assertThat(ontology.kind("UsState").prefix()).isEqualTo("us-state");
        assertThat(ontology.kind("Country").transit()).isFalse();
        assertThat(ontology.kind("Domain").ftm()).isNull();
    }

    @Test
    void shouldReadRelationsBetweenEntities() {
        Relation heads = ontology.relation("HEADS");

        assertThat(heads.ends().allowsSubject("Person")).isTrue();
        assertThat(heads.ends().allowsSubject("Company")).isFalse();
        assertThat(heads.ends().allowsObject("Agency")).isTrue();
        assertThat(heads.relationClass()).isEqualTo(RelationClass.ORGANISATIONAL);
        assertThat(heads.weight()).isEqualTo(0.9);
        assertThat(heads.inverse()).isEqualTo("is headed by");
        assertThat(ontology.relation("SAME_AS").ends().sameKind()).isTrue();
        assertThat(ontology.relation("SAME_AS").ends().allowsObject("Domain")).isTrue();
    }

    @Test
    void shouldReadRelationsThatTakeAValue() {
        Relation created = ontology.relation("CREATED");

        assertThat(created.ends().value()).isEqualTo(ValueType.DATE);
        assertThat(created.ends().allowsObject("Domain")).isFalse();
        assertThat(created.walkable()).isFalse();
        assertThat(created.inverse()).isNull();
    }

    @Test
    void shouldReadThePriors() {
        assertThat(ontology.prior(Modality.ALLEGED)).isEqualTo(0.4);
        assertThat(ontology.prior(Modality.HYPOTHETICAL)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "key": "domain"        | "key": "domian"               | bad-choice: 'domian' is no 'key'; the nearest is 'domain'
            "#0072B2"              | "blue"                        | bad-form: 'blue' is not a colour; write # and six hexadecimal digits
            "name": "Domain"       | "name": "Account"             | duplicate: ids of Account and Account begin alike; name each kind once
            "name": "Company"      | "name": "Claim"               | reserved: the graph uses Claim itself; choose another name
            "name": "HEADS"        | "name": "DENIES"              | reserved: the graph uses DENIES itself; choose another name
            "name": "HEADS"        | "name": "PROMOTES"            | duplicate: the relation PROMOTES stands twice; name each relation once
            "from": ["Person"]     | "from": ["Persons"]           | unknown-kind: 'from' names no kind 'Persons'; the nearest is Person
            "from": ["Person"]     | "from": []                    | no-kinds: 'from' names no kind; name one or write "*" for any
            "from": ["Person"]     | "from": ["Person", "*"]       | unknown-kind: 'from' names no kind '*'; name a kind of this ontology, or "*" alone for any
            "weight": 0.9          | "weight": 1.5                 | out-of-range: 'weight' is 1.5; write a number from 0 to 1
            "weight": 0.9, "reads" | "reads"                       | missing-field: this relation has 'to' and no 'weight'; write both or neither
            "value": "date"        | "value": "date", "weight": 1  | missing-field: this relation has 'weight' and no 'to'; write both or neither
            "value": "date"        | "value": "date", "to": ["*"]  | one-of-two: this relation has both 'to' and 'value'; keep one of the two
            "class": "context", "walkable": false | "class": "context", "walkable": true | walkable-context: a relation of class context is walkable; write false or give it another class
            "alleged": 0.4         | "aledged": 0.4                | unknown-field: a table of priors has no field 'aledged'; the nearest is 'alleged'
            "relations": [         | "relations": [7,              | wrong-type: 'relations' is a number; write an object: a relation
            """)
    void shouldTellWhatIsWrongWithAnOntology(String good, String bad, String message) {
        assertThat(GOOD).contains(good);
        List<Problem> problems = new ArrayList<>();

        var read = OntologyReader.read(
                "ontology.json",
                GOOD.replaceFirst(Pattern.quote(good), bad).getBytes(StandardCharsets.UTF_8),
                problems::add);

        assertThat(read).isEmpty();
        assertThat(problems)
                .extracting(problem -> problem.rule() + ": " + problem.wrong() + "; " + problem.right())
                .contains(message);
    }

    @Test
    void shouldTellOfAnOntologyThatIsCutShort() {
        List<Problem> problems = new ArrayList<>();

        var read = OntologyReader.read(
                "ontology.json", GOOD.substring(0, 500).getBytes(StandardCharsets.UTF_8), problems::add);

        assertThat(read).isEmpty();
        assertThat(problems).extracting(Problem::rule).containsExactly("cut-short");
    }

    @Test
    void shouldRefuseATextThatWasNeverChecked() {
        assertThatThrownBy(() -> OntologyReader.parse("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this ontology has no");
    }
}
