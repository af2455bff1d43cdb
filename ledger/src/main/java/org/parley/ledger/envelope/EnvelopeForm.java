package org.parley.ledger.envelope;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.canonical.Shared;

/** The envelope as an object of JSON, both ways. */
final class EnvelopeForm {
    /** The members that the ledger knows. */
    static final Set<String> NAMES = Set.of(
            "line",
            "by",
            "log",
            "epoch",
            "no",
            "at",
            "kind",
            "about",
            "under",
            "role",
            "officer",
            "precedence",
            "audience",
            "lang",
            "exercise",
            "body",
            "content");

    private static final Shared<Origin> ORIGINS = new Shared<>(256);
    private static final Shared<RecordRef> TERMS = new Shared<>(64);
    private static final Shared<String> WORDS = new Shared<>(256);

    private EnvelopeForm() {}

    static Envelope read(Json.Obj object) {
        var members = new Members(object);
        var line = members.required("line", json -> new LineId(json.text()));
        var by = members.required("by", json -> new PartyName(json.text()));
        var lane = members.required("log", json -> Lane.of(json.text()));
        var epoch = members.required("epoch", json -> Epoch.of(json.text()));
        var no = members.required("no", json -> EnvelopeRules.checkNo(json.integer()));
        var at = members.required("at", json -> Instants.parse(json.text()));
        var kind = members.required("kind", json -> WORDS.of(EnvelopeRules.checkKind(json.text())));
        var about = members.optional("about", About::of);
        var under = members.optional("under", json -> TERMS.of(RecordRef.of(json)));
        var role = text(members, "role");
        var officer = text(members, "officer");
        var precedence = text(members, "precedence");
        var audience = text(members, "audience");
        var lang = text(members, "lang");
        var exercise = members.optional("exercise", EnvelopeForm::onlyTrue);
        var body = members.optional("body", json -> Hash.ofHex(json.text()));
        var content = members.optional("content", Json::object);
        kind.flatMap(word -> EnvelopeRules.placement(word, object.has("body"), object.has("content")))
                .ifPresent(members::refuse);
        members.complain();
        var origin =
                ORIGINS.of(new Origin(line.orElseThrow(), by.orElseThrow(), lane.orElseThrow(), epoch.orElseThrow()));
        return new Envelope(
                origin,
                no.orElseThrow(),
                at.orElseThrow(),
                kind.orElseThrow(),
                about,
                under,
                role,
                officer,
                precedence,
                audience,
                lang,
                exercise.isPresent(),
                body,
                content,
                others(object));
    }

    static Json.Obj json(Envelope envelope) {
        Origin origin = envelope.origin();
        var object = Json.Obj.builder()
                .put("line", origin.line().hex())
                .put("by", origin.party().name())
                .put("log", origin.lane().toString())
                .put("epoch", origin.epoch().toString())
                .put("no", envelope.no())
                .put("at", Instants.print(envelope.at()))
                .put("kind", envelope.kind())
                .put("about", envelope.about().map(About::json))
                .put("under", envelope.under().map(RecordRef::json))
                .put("role", envelope.role().map(Json::of))
                .put("officer", envelope.officer().map(Json::of))
                .put("precedence", envelope.precedence().map(Json::of))
                .put("audience", envelope.audience().map(Json::of))
                .put("lang", envelope.lang().map(Json::of))
                .put("exercise", envelope.exercise() ? Optional.of(Json.of(true)) : Optional.empty())
                .put("body", envelope.body().map(hash -> Json.of(hash.toString())))
                .put("content", envelope.content());
        envelope.others().members().forEach(member -> object.put(member.name(), member.value()));
        return object.build();
    }

    private static Optional<String> text(Members members, String name) {
        return members.optional(name, json -> WORDS.of(EnvelopeRules.checkText(json.text())));
    }

    private static boolean onlyTrue(Json json) {
        if (!json.flag()) {
            throw Refused.malformed("it is only ever true; an entry that is no exercise leaves it out");
        }
        return true;
    }

    private static Json.Obj others(Json.Obj object) {
        List<Json.Member> others = object.members().stream()
                .filter(member -> !NAMES.contains(member.name()))
                .toList();
        return new Json.Obj(others);
    }
}
