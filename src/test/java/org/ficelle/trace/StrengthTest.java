package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StrengthTest {

    @Test
    void shouldHoldProductsOfTheSameFactorsEqualInAnyOrder() {
        Strength one = product(0.297, 0.297, 0.099);
        Strength other = product(0.099, 0.297, 0.297);

        assertThat(0.297 * 0.297 * 0.099).isNotEqualTo(0.099 * 0.297 * 0.297);
        assertThat(one).isEqualByComparingTo(other);
    }

    @Test
    void shouldTellApartLongProductsThatAreAlmostEqual() {
        Strength more = Strength.of(0.500001).times(Strength.of(0.499999));
        Strength less = Strength.of(0.5).times(Strength.of(0.5));
        Strength rest = Strength.FULL;
        for (int i = 0; i < 40; i++) {
            rest = rest.times(Strength.of(0.000003));
        }

        assertThat(more.times(rest)).isLessThan(less.times(rest));
    }

    @Property(tries = 2000)
    void shouldOrderAsExactProducts(
            @ForAll @Size(min = 1, max = 16) List<@IntRange(min = 1, max = 16) Integer> left,
            @ForAll @Size(min = 1, max = 16) List<@IntRange(min = 1, max = 16) Integer> right) {
        assertThat(Integer.signum(of(left).compareTo(of(right))))
                .isEqualTo(exact(left).compareTo(exact(right)));
    }

    private static Strength of(List<Integer> sixteenths) {
        Strength product = Strength.FULL;
        for (int sixteenth : sixteenths) {
            product = product.times(Strength.of(sixteenth * 0.0625));
        }
        return product;
    }

    private static BigDecimal exact(List<Integer> sixteenths) {
        BigDecimal product = BigDecimal.ONE;
        for (int sixteenth : sixteenths) {
            product = product.multiply(new BigDecimal("0.0625").multiply(BigDecimal.valueOf(sixteenth)));
        }
        return product;
    }

    private static Strength product(double... factors) {
        return DoubleStream.of(factors).mapToObj(Strength::of).reduce(Strength.FULL, Strength::times);
    }
}
