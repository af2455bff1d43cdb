package org.parley.node.api;

import static org.parley.node.api.Schema.flag;
import static org.parley.node.api.Schema.may;
import static org.parley.node.api.Schema.must;
import static org.parley.node.api.Schema.number;
import static org.parley.node.api.Schema.object;
import static org.parley.node.api.Schema.ref;
import static org.parley.node.api.Schema.text;
import static org.parley.node.api.Schema.texts;
import static org.parley.node.api.Schema.whole;
import static org.parley.node.api.Schema.word;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Precedence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API takes, described by JSON Schema; the bodies of records by the forms of their kinds. */
final class Bodies {
    private Bodies() {}

    /** All, by name. */
    static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new TreeMap<>();
        all.put("Said", said());
        all.put("Basis", object(may("basis", texts()), may("onChange", onChange())));
        all.put("NearTo", object(may("place", ref("Place")), may("shape", ref("Shape")), may("within", number())));
        all.put("SignIn", object(must("account", text()), must("password", text())));
        all.put(
                "First",
                object(
                        must("code", text()),
                        must("account", text()),
                        must("officer", text()),
                        may("languages", texts()),
                        must("password", text())));
        all.put(
                "AccountDraft",
                object(
                        must("account", text()),
                        must("officer", text()),
                        must("roles", texts()),
                        must("languages", texts()),
                        must("password", text())));
        all.put("AccountChange", object(may("officer", text()), must("roles", texts()), must("languages", texts())));
        all.put("Invite", object(may("seconds", whole()), may("address", text())));
        all.put("Join", object(must("code", text()), may("address", text())));
        all.put("Confirm", object(may("words", text()), may("line", text())));
        all.put("Password", object(must("password", text())));
        all.put(
                "TokenDraft",
                object(
                        must("name", text()),
                        must("scopes", texts()),
                        must("until", ref("Moment")),
                        may("account", text())));
        return all;
    }

    /** A record to be said; what its body holds, its kind says. */
    private static ObjectNode said() {
        ObjectNode said = View.object();
        ArrayNode any = said.putArray("anyOf");
        Kinds.all().forEach(kind -> any.add(said(kind)));
        return said;
    }

    private static ObjectNode said(Kind kind) {
        return object(
                must("kind", word(kind.name())),
                must("body", ref(kind.name())),
                may("about", text()),
                may(
                        "precedence",
                        word(Stream.of(Precedence.values()).map(Enum::name).toArray(String[]::new))),
                may("role", text()),
                may("lang", text()),
                may("audience", text()),
                may("exercise", flag()),
                may("basis", texts()),
                may("onChange", onChange()));
    }

    private static ObjectNode onChange() {
        return word("say", "refuse");
    }
}
