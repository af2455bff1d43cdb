package org.parley.node.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.parley.picture.Breach;
import org.parley.picture.Picture;
import org.parley.picture.Subject;
import tools.jackson.databind.node.ObjectNode;

/** What a person may want to say next, ready to be sent; nothing says it by itself. */
final class Suggestion {
    private Suggestion() {}

    /** What exactly is meant by a notice that is larger or longer than was agreed; nothing once somebody has asked. */
    static Optional<ObjectNode> query(Picture picture, Subject subject) {
        List<String> questions = picture.breaches(subject.name()).stream()
                .filter(breach ->
                        breach.about().equals(subject.current().record().ref()))
                .flatMap(breach -> question(breach).stream())
                .toList();
        if (questions.isEmpty() || picture.isQueried(subject)) {
            return Optional.empty();
        }
        ObjectNode query = View.object()
                .put("kind", "query")
                .put("about", subject.current().record().name());
        query.putObject("body").put("field", "volumes").put("question", String.join("; ", questions));
        return Optional.of(query);
    }

    /** Nothing for what is no matter of extent. */
    private static Optional<String> question(Breach breach) {
        return switch (breach.what()) {
            case BOX ->
                Optional.of("which part of " + of(breach.figure(), 1_000_000, "km²") + "? Agreed: at most "
                        + of(breach.limit(), 1_000_000, "km²"));
            case CORRIDOR ->
                Optional.of("which part of a corridor of " + of(breach.figure(), 100_000, "km") + "? Agreed: at most "
                        + of(breach.limit(), 100_000, "km"));
            case WINDOW ->
                Optional.of("when within " + of(breach.figure(), 3_600_000, "h") + "? Agreed: at most "
                        + of(breach.limit(), 3_600_000, "h"));
            case LEAD_TIME, SIDE, CROSSING -> Optional.empty();
        };
    }

    private static String of(long figure, long unit, String name) {
        BigDecimal number = BigDecimal.valueOf(figure)
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.toPlainString() + " " + name;
    }
}
