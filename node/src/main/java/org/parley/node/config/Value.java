package org.parley.node.config;

import java.util.function.Function;
import org.parley.space.Entered;
import tools.jackson.databind.JsonNode;

/**
 * What may stand as the value of a setting.
 *
 * @param asked what it is, to be told to who wrote something else: {@code a span of time: "30 s"…}
 * @param reading makes of a value what it means
 * @param <T> what is made of it
 */
record Value<T>(String asked, Function<JsonNode, T> reading) {
    /** A value is not what may stand there. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    /** What a value means; anything unfit is refused. */
    Entered<T> read(String field, JsonNode value) {
        try {
            return Entered.accepted(reading.apply(value));
        } catch (Unfit unfit) {
            return Entered.refused(field, shown(value), String.valueOf(unfit.getMessage()), "give " + asked);
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
