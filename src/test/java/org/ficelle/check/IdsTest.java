package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.ficelle.read.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    private final Ids ids = new Ids(Sample.ontology());

    @ParameterizedTest
    @CsvSource({
        "account:x/@MuxtarYev, account:x/muxtaryev, @MuxtarYev",
        "domain:OrkhanRza[.]com, domain:orkhanrza.com, OrkhanRza[.]com",
        "domain:orkhanrza.com, domain:orkhanrza.com,",
        "person:Orkhan-Rzayev, person:orkhan-rzayev,",
        "web-page:hxxp://Example.org/A, web-page:http://example.org/A, hxxp://Example.org/A",
        "us-state:georgia, us-state:georgia,",
        "ip-address:2001:DB8::1, ip-address:2001:db8::1, 2001:DB8::1"
    })
    void shouldReadAnIdByItsKindAndKeepWhatTheFileWrote(String written, String id, String alias) {
        assertThat(ids.read(written)).isInstanceOfSatisfying(Ids.Id.class, read -> {
            assertThat(read.id()).isEqualTo(id);
            assertThat(read.alias()).isEqualTo(alias);
        });
        assertThat(ids.normal(written)).hasValue(id);
        assertThat(ids.normal(id)).hasValue(id);
    }

    @Test
    void shouldTakeNothingElseForAnId() {
        assertThat(ids.normal("Orkhan Rzayev")).isEmpty();
        assertThat(ids.normal("people:orkhan-rzayev")).isEmpty();
        assertThat(ids.normal("account:muxtaryev")).isEmpty();
        assertThat(ids.normal(":")).isEmpty();
    }
}
