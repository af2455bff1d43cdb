package org.parley.node.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.entry.TimeText;
import org.parley.record.form.FieldType;
import tools.jackson.databind.JsonNode;

/** Reads what has no parts: instants, records, texts; and what no form describes, as it is. */
final class LeafReader {
    static final String MOMENT = "a time with zone like \"2017-11-20T14:30:00Z\" or \"201430ZNOV17\"";
    static final String RECORD = "the name of a record like \"BIRCH-412\"";

    private static final Hash NO_LEAF = Hash.of(new byte[Hash.LENGTH]);

    private final Terms terms;
    private final Findings findings;

    LeafReader(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    Optional<Json> moment(JsonNode given, String at) {
        if (!given.isString()) {
            findings.wrong(at, given, "no time", "give " + MOMENT);
            return Optional.empty();
        }
        String text = given.stringValue();
        Optional<TimeText> read = findings.take(TimeText.read(text), at);
        read.filter(time -> !time.utc().equals(text))
                .ifPresent(time ->
                        findings.echo(at, text, List.of(time.utc(), time.local(time.offsetMinutes()), time.dtg())));
        return read.map(time -> Json.of(time.utc()));
    }

    /** A record by its name, whose leaf is looked up; or with its leaf, which must be the one that is known, if any is. */
    Optional<Json> record(JsonNode given, String at) {
        if (given.isString()) {
            Optional<RecordRef> known = known(given.stringValue());
            if (known.isEmpty()) {
                findings.wrong(at, given, "no such record is here", "give " + RECORD);
            }
            return known.map(RecordRef::json);
        }
        return raw(given, at)
                .filter(json -> findings.fits(new FieldType.Ref(), json, at))
                .filter(json -> isKnownSo(RecordRef.of(json), at));
    }

    /** Only what is the name of a record is looked up. */
    private Optional<RecordRef> known(String name) {
        try {
            return terms.records().apply(new RecordRef(name, NO_LEAF).record());
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private boolean isKnownSo(RecordRef ref, String at) {
        boolean differs = terms.records()
                .apply(ref.record())
                .filter(known -> !known.equals(ref))
                .isPresent();
        if (differs) {
            findings.wrong(at, ref.record(), "has another leaf here", "give its name alone");
        }
        return !differs;
    }

    /** What no form describes: texts, whole numbers, true and false, lists and objects of these. */
    Optional<Json> raw(JsonNode given, String at) {
        return raw(given, at, Canonical.MAX_DEPTH);
    }

    private Optional<Json> raw(JsonNode given, String at, int depth) {
        if (given.isString()) {
            return text(given.stringValue(), at);
        } else if (given.isBoolean()) {
            return Optional.of(Json.of(given.booleanValue()));
        } else if (given.isNumber()) {
            return whole(given, at);
        } else if (depth == 0) {
            findings.wrong(at, given, "is nested too deep", "make it flatter");
            return Optional.empty();
        } else if (given.isArray()) {
            List<Json> items = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                raw(given.get(i), at + "[" + i + "]", depth - 1).ifPresent(items::add);
            }
            return Optional.of(Json.of(items));
        } else if (given.isObject()) {
            Json.Builder object = Json.Obj.builder();
            for (Map.Entry<String, JsonNode> member : given.properties()) {
                String name = member.getKey();
                Optional<Json> named = text(name, at);
                raw(member.getValue(), at + "." + OutsideJson.brief(name), depth - 1)
                        .filter(json -> named.isPresent())
                        .ifPresent(json -> object.put(name, json));
            }
            return Optional.of(object.build());
        }
        findings.wrong(
                at, given, "stands in no record", "give text, a whole number, true or false, a list or an object");
        return Optional.empty();
    }

    private Optional<Json> whole(JsonNode given, String at) {
        Optional<BigDecimal> number = OutsideJson.number(given).filter(LeafReader::fits);
        if (number.isEmpty()) {
            findings.wrong(at, given, "no whole number up to 2^53 - 1", "records hold no fractions: write it as text");
        }
        return number.map(value -> Json.of(value.longValueExact()));
    }

    private static boolean fits(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.abs().compareTo(BigDecimal.valueOf(Json.Int.MAX)) <= 0;
    }

    private Optional<Json> text(String text, String at) {
        Json json = Json.of(text);
        try {
            var _ = Canonical.bytes(json);
            return Optional.of(json);
        } catch (Refused refused) {
            findings.wrong(at, OutsideJson.brief(text), refused.why(), "leave that character out");
            return Optional.empty();
        }
    }
}
