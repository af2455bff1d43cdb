package org.parley.node.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.FieldType;
import org.parley.record.form.Problems;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;

/** What was found while a body was entered: all that is wrong, what is worth a warning, what was read. */
final class Findings {
    /** More than anyone reads. */
    private static final int MOST_WARNINGS = 200;

    /** All ends and heights of as many volumes as a body may have. */
    private static final int MOST_ECHOES = 2_000;

    private final Problems problems = new Problems();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Echo> echoes = new ArrayList<>();
    private int wrong;

    void wrong(String at, String value, String reason, String wayOut) {
        problems.add(at, value, reason, wayOut);
        wrong++;
    }

    void wrong(String at, JsonNode value, String reason, String wayOut) {
        wrong(at, OutsideJson.shown(value), reason, wayOut);
    }

    void absent(String at, String asked) {
        wrong(at, "absent", "must be there", "give " + asked);
    }

    void warn(String at, String value, String reason, String wayOut) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Problem(at, OutsideJson.brief(value), reason, wayOut));
        }
    }

    void echo(String at, String given, List<String> read) {
        if (echoes.size() < MOST_ECHOES) {
            echoes.add(new Echo(at, OutsideJson.brief(given), read));
        }
    }

    /** The value of an entry, whose fields are renamed to those that the author knows. */
    <T> Optional<T> take(Entered<T> entered, UnaryOperator<String> renamed) {
        return switch (entered) {
            case Entered.Accepted<T> accepted -> {
                accepted.warnings()
                        .forEach(each -> warn(renamed.apply(each.field()), each.value(), each.reason(), each.wayOut()));
                yield Optional.of(accepted.value());
            }
            case Entered.Refused<T> refused -> {
                refused.problems()
                        .forEach(each -> wrong(
                                renamed.apply(each.field()),
                                OutsideJson.brief(each.value()),
                                each.reason(),
                                each.wayOut()));
                yield Optional.empty();
            }
        };
    }

    /** The value of an entry of one field. */
    <T> Optional<T> take(Entered<T> entered, String at) {
        return take(entered, field -> at);
    }

    /** How much was wrong so far; more than {@link #problems} tells. */
    int wrong() {
        return wrong;
    }

    /** Whether a value has its type; if not, all that is wrong with it is kept. */
    boolean fits(FieldType type, Json value, String at) {
        Problems own = new Problems();
        type.check(value, at, own);
        own.all().forEach(each -> wrong(each.field(), each.value(), each.reason(), each.wayOut()));
        return own.none();
    }

    List<Problem> problems() {
        return problems.all();
    }

    List<Problem> warnings() {
        return warnings;
    }

    List<Echo> echoes() {
        return echoes;
    }
}
