package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ficelle.model.KeyForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, orkhanrza.com, orkhanrza.com",
        "DOMAIN, OrkhanRza[.]Com., orkhanrza.com",
        "DOMAIN, orkhanrza(dot)com, orkhanrza.com",
        "DOMAIN, newyorkinsider, newyorkinsider",
        "DOMAIN, BÜCHER.example, xn--bcher-kva.example",
        "DOMAIN, xn--bcher-kva.example, xn--bcher-kva.example",
        "DOMAIN, straße.example, xn--strae-oqa.example",
        "DOMAIN, spiegel。ltd, spiegel.ltd",
        "DOMAIN, _dmarc.example.org, _dmarc.example.org",
        "HANDLE, x/@MuxtarYev, x/muxtaryev",
        "HANDLE, X/MuxtarYev, x/muxtaryev",
        "HANDLE, vk/id_1.2, vk/id_1.2",
        "HANDLE, youtube/Новости, youtube/новости",
        "IP, 192.0.2[.]1, 192.0.2.1",
        "IP, 2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "IP, 2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "IP, ::, ::",
        "IP, 0:0:1:0:0:0:1:0, 0:0:1::1:0",
        "IP, ::ffff:192.0.2.1, 192.0.2.1",
        "URL, hxxps://Example[.]org/Some/Path/, https://example.org/Some/Path",
        "URL, HTTP://Example.org, http://example.org",
        "URL, https[:]//example.org:8443/a?b=C#d, https://example.org:8443/a?b=C#d",
        "SLUG, Orkhan-Rzayev, orkhan-rzayev",
        "SLUG, a.b_c/d, a.b_c/d"
    })
    void shouldGiveOneFormToEveryWayOfWritingAKey(KeyForm form, String written, String normal) {
        assertThat(Keys.normal(form, written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, -example.org",
        "DOMAIN, example..org",
        "DOMAIN, exam ple.org",
        "DOMAIN, https://example.org",
        "DOMAIN, ex_äm/ple",
        "HANDLE, muxtaryev",
        "HANDLE, x/",
        "HANDLE, /muxtaryev",
        "HANDLE, x/@@muxtaryev",
        "IP, 192.0.2.256",
        "IP, 192.0.2.01",
        "IP, 192.0.2",
        "IP, 2001:db8:::1",
        "IP, example.org",
        "URL, example.org/page",
        "URL, javascript:alert(1)",
        "SLUG, orkhan rzayev",
        "SLUG, -orkhan",
        "SLUG, орхан"
    })
    void shouldRefuseAKeyThatHasNoNormalForm(KeyForm form, String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.normal(form, written));
    }

    @Property
    void shouldLeaveANormalFormAsItIs(@ForAll KeyForm form, @ForAll("keys") String key) {
        String normal;
        try {
            normal = Keys.normal(form, key);
        } catch (IllegalArgumentException none) {
            return;
        }

        assertThat(Keys.normal(form, normal)).isEqualTo(normal);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withChars("abcXYZ0189.:/@_-[]%äßİ。")
                .ofMinLength(1)
                .ofMaxLength(20)
                .flatMap(tail ->
                        Arbitraries.of("", "x/", "http://", "::", "10.0.0.").map(head -> head + tail));
    }
}
