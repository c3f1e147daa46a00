package org.ficelle.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Numbers for readers. */
final class Numbers {

    private Numbers() {}

    /** Two significant digits and no exponent: 0.14, 0.00012. */
    static String round(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** "1 hop", "2 hops". */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** "0.128 s". */
    static String seconds(Duration time) {
        return new BigDecimal(time.toMillis()).movePointLeft(3).toPlainString() + " s";
    }

    /** "hop 3", "hops 1, 2 and 4", "hops 1 to 4 and 9"; the numbers ascend. */
    static String hops(List<Integer> numbers) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                if (i - start > 2) {
                    runs.add(numbers.get(start) + " to " + numbers.get(i - 1));
                } else {
                    numbers.subList(start, i).forEach(number -> runs.add(String.valueOf(number)));
                }
                start = i;
            }
        }
        int last = runs.size() - 1;
        return (numbers.size() == 1 ? "hop " : "hops ")
                + (last < 1
                        ? String.join("", runs)
                        : String.join(", ", runs.subList(0, last)) + " and " + runs.get(last));
    }
}
