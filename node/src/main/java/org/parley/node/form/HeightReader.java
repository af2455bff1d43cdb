package org.parley.node.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.canonical.Json;
import org.parley.record.entry.HeightReference;
import org.parley.record.entry.HeightText;
import org.parley.record.entry.LengthUnit;
import org.parley.record.volume.Bound;
import tools.jackson.databind.JsonNode;

/** Reads heights, each with unit and reference: a number alone is no height. */
final class HeightReader {
    static final String ASKED =
            "a height with unit and reference like \"300 m AMSL\", \"FL350\" or \"SFC\", or {\"value\":300,\"unit\":\"m\",\"ref\":\"AMSL\"}";

    private static final int HUNDREDTHS = 2;

    private final Findings findings;

    HeightReader(Findings findings) {
        this.findings = findings;
    }

    /** A height that must be one; {@code UNL} is none. */
    Optional<Json> height(JsonNode given, String at) {
        int before = findings.wrong();
        Optional<Bound> bound = bound(given, at);
        if (bound.isEmpty() && findings.wrong() == before) {
            findings.wrong(at, given, "has no bound", "give " + ASKED);
        }
        return bound.map(Bound::json);
    }

    /** A bound; empty for none, or where something is wrong, which is then among the findings. */
    Optional<Bound> bound(JsonNode given, String at) {
        return text(given, at)
                .flatMap(text -> findings.take(HeightText.read(text), at).flatMap(read -> bound(read, text, at)));
    }

    private Optional<String> text(JsonNode given, String at) {
        if (given.isString()) {
            return Optional.of(given.stringValue());
        }
        if (!given.isObject()) {
            findings.wrong(at, given, "no height", "give " + ASKED);
            return Optional.empty();
        }
        Names.check(given, Set.of("value", "unit", "ref"), at + ".", findings);
        List<String> words = new ArrayList<>();
        for (String name : List.of("value", "unit", "ref")) {
            OutsideJson.at(given, name)
                    .ifPresent(node -> word(node, at + "." + name).ifPresent(words::add));
        }
        return Optional.of(String.join(" ", words));
    }

    private Optional<String> word(JsonNode node, String at) {
        if (node.isString()) {
            return Optional.of(node.stringValue());
        }
        Optional<BigDecimal> number = OutsideJson.number(node);
        if (number.isEmpty()) {
            findings.wrong(at, node, "no part of a height", "give " + ASKED);
            return Optional.empty();
        }
        BigDecimal plain = number.get().stripTrailingZeros();
        return Optional.of(plain.toPlainString());
    }

    private Optional<Bound> bound(HeightText read, String text, String at) {
        HeightReference reference = read.reference();
        if (reference == HeightReference.UNBOUNDED) {
            return Optional.empty();
        }
        if (reference == HeightReference.SURFACE) {
            return Optional.of(new Bound(0, "", reference.symbol()));
        }
        Optional<LengthUnit> unit = read.unit();
        boolean inFeet = unit.equals(Optional.of(LengthUnit.FOOT));
        String named = unit.isEmpty() ? reference.symbol() : inFeet ? "ft" : "m";
        BigDecimal number =
                unit.isEmpty() || inFeet ? BigDecimal.valueOf(read.value()) : Quantity.metres(read.value(), unit.get());
        BigDecimal hundredths = number.movePointRight(HUNDREDTHS).stripTrailingZeros();
        if (hundredths.scale() > 0) {
            findings.wrong(at, text, "has more than two decimals", "write fewer");
            return Optional.empty();
        }
        if (!read.echo().equals(text)) {
            findings.echo(at, text, List.of(read.echo()));
        }
        return Optional.of(new Bound(hundredths.longValueExact(), named, reference.symbol()));
    }

    /** A bound as people write it, where it is one. */
    static Optional<String> written(Json json) {
        Bound bound;
        try {
            bound = Bound.read(json);
        } catch (RuntimeException unlike) {
            return Optional.empty();
        }
        String number = plain(bound.hundredths());
        return switch (bound.reference()) {
            case "SFC" -> Optional.of("SFC");
            case "FL" ->
                Optional.of("FL" + "0".repeat(Math.max(0, 3 - whole(number).length())) + number);
            default -> Optional.of(number + " " + bound.unit() + " " + bound.reference());
        };
    }

    private static String whole(String number) {
        int point = number.indexOf('.');
        return point < 0 ? number : number.substring(0, point);
    }

    private static String plain(long hundredths) {
        return Quantity.LENGTH.shown(hundredths).toPlainString();
    }
}
