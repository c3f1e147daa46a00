package org.ficelle.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ficelle.model.Precision;
import org.ficelle.model.Quantity;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.Value;
import org.ficelle.model.ValueType;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Dates, numbers and values as properties that share a prefix.
 *
 * <p>A date is {@code …Raw}, {@code …First} and {@code …Last} (Neo4j dates, the ends of the interval),
 * {@code …Precision}, {@code …Inferred}, {@code …Basis}. A number is the prefix itself (in words), {@code …Number},
 * {@code …Unit}, {@code …Precision}, and {@code …Exact} where a double cannot hold it.
 */
final class ValueCodec {

    private ValueCodec() {}

    static void encode(PropertyValues properties, String prefix, @Nullable When when) {
        if (when == null) {
            return;
        }
        properties.put(prefix + "Raw", when.raw());
        When.Range range = when.range();
        if (range != null) {
            properties
                    .put(prefix + "First", range.first())
                    .put(prefix + "Last", range.last())
                    .put(prefix + "Precision", range.precision());
        }
        properties.put(prefix + "Inferred", when.inferred()).put(prefix + "Basis", when.basis());
    }

    static @Nullable When decodeWhen(PropertyValues properties, String prefix) {
        String raw = properties.textOrNull(prefix + "Raw");
        if (raw == null) {
            return null;
        }
        LocalDate first = properties.dateOrNull(prefix + "First");
        LocalDate last = properties.dateOrNull(prefix + "Last");
        When.Range range = first == null || last == null
                ? null
                : new When.Range(first, last, properties.label(Precision.class, prefix + "Precision"));
        return new When(raw, range, properties.flag(prefix + "Inferred"), properties.textOrNull(prefix + "Basis"));
    }

    static void encode(PropertyValues properties, String prefix, @Nullable Quantity quantity) {
        if (quantity == null) {
            return;
        }
        double number = quantity.value().doubleValue();
        properties
                .put(prefix, quantity.toString())
                .put(prefix + "Number", number)
                .put(prefix + "Unit", quantity.unit())
                .put(prefix + "Precision", quantity.precision());
        if (Double.isInfinite(number) || BigDecimal.valueOf(number).compareTo(quantity.value()) != 0) {
            properties.put(prefix + "Exact", quantity.value().toString());
        }
    }

    static @Nullable Quantity decodeQuantity(PropertyValues properties, String prefix) {
        String unit = properties.textOrNull(prefix + "Unit");
        if (unit == null) {
            return null;
        }
        String exact = properties.textOrNull(prefix + "Exact");
        return new Quantity(
                exact != null ? new BigDecimal(exact) : BigDecimal.valueOf(properties.number(prefix + "Number")),
                unit,
                properties.label(QuantityPrecision.class, prefix + "Precision"));
    }

    static void encode(PropertyValues properties, String prefix, @Nullable Value value) {
        if (value == null) {
            return;
        }
        if (value instanceof Value.Date date) {
            encode(properties, prefix, date.when());
        } else if (value instanceof Value.Amount amount) {
            encode(properties, prefix, amount.quantity());
        }
        properties.put(prefix, value.spoken()).put(prefix + "Type", value.type());
    }

    static @Nullable Value decodeValue(PropertyValues properties, String prefix) {
        ValueType type = properties.labelOrNull(ValueType.class, prefix + "Type");
        if (type == null) {
            return null;
        }
        When when = decodeWhen(properties, prefix);
        if (type == ValueType.DATE && when != null) {
            return new Value.Date(when);
        }
        Quantity quantity = decodeQuantity(properties, prefix);
        if (type == ValueType.QUANTITY && quantity != null) {
            return new Value.Amount(quantity);
        }
        return new Value.Text(properties.text(prefix));
    }
}
