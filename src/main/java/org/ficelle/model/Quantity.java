package org.ficelle.model;

import java.math.BigDecimal;

/** A number with its unit, such as 39 seconds or at least a million views. */
public record Quantity(BigDecimal value, String unit, QuantityPrecision precision) {

    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public String toString() {
        String number = value.toPlainString();
        return switch (precision) {
            case EXACT -> number + " " + unit;
            case AT_LEAST -> "at least " + number + " " + unit;
            case ABOUT -> "about " + number + " " + unit;
        };
    }
}
