package org.parley.cli.check.read;

import java.util.OptionalDouble;
import org.parley.space.Problem;
import org.parley.space.height.Height;

/** Reads a height and its reference. */
final class HeightReading {
    private HeightReading() {}

    /** {@code lower} and {@code lowerRef}, or {@code upper} and {@code upperRef}; what is wrong goes to the problems. */
    static Height read(Properties properties, Property value, Property reference) {
        OptionalDouble number = properties.number(value);
        String name = properties.text(reference).orElse("HAE");
        return switch (name) {
            case "SFC" -> surface(properties, value, reference, number);
            case "HAE", "AMSL", "AGL", "FL" ->
                number.isEmpty() ? new Height.Unbounded() : of(name, number.getAsDouble());
            default -> {
                properties
                        .problems()
                        .add(new Problem(
                                reference.field(),
                                "\"" + name + "\"",
                                "no such reference",
                                "write HAE, AMSL, AGL, FL or SFC"));
                yield new Height.Unbounded();
            }
        };
    }

    private static Height of(String reference, double number) {
        return switch (reference) {
            case "AMSL" -> new Height.Amsl(number);
            case "AGL" -> new Height.Agl(number);
            case "FL" -> new Height.FlightLevel(number);
            default -> new Height.Hae(number);
        };
    }

    private static Height surface(Properties properties, Property value, Property reference, OptionalDouble number) {
        if (number.orElse(0) != 0) {
            properties
                    .problems()
                    .add(new Problem(
                            value.field(),
                            String.valueOf(number.getAsDouble()),
                            "SFC is the surface itself",
                            "leave " + value.field() + " out, or set " + reference.field() + " to AGL"));
        }
        return new Height.Surface();
    }
}
