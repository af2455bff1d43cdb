package org.parley.node.api;

import static org.parley.node.api.Schema.any;
import static org.parley.node.api.Schema.either;
import static org.parley.node.api.Schema.flag;
import static org.parley.node.api.Schema.items;
import static org.parley.node.api.Schema.listOf;
import static org.parley.node.api.Schema.mapOf;
import static org.parley.node.api.Schema.may;
import static org.parley.node.api.Schema.must;
import static org.parley.node.api.Schema.number;
import static org.parley.node.api.Schema.object;
import static org.parley.node.api.Schema.ref;
import static org.parley.node.api.Schema.text;
import static org.parley.node.api.Schema.texts;
import static org.parley.node.api.Schema.time;
import static org.parley.node.api.Schema.whole;
import static org.parley.node.api.Schema.word;

import java.util.Map;
import java.util.TreeMap;
import org.parley.node.alarm.Alarm;
import org.parley.picture.Breach;
import org.parley.picture.Conflict;
import org.parley.picture.Duty;
import org.parley.picture.LineState;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answers, described by JSON Schema as OpenAPI 3.1 holds it. The tests of the API hold every answer against it: a
 * field that is not here fails them, as one that is here and not there does.
 */
final class Answers {
    private Answers() {}

    /** All, by name. */
    static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new TreeMap<>();
        node(all);
        access(all);
        lines(all);
        subjects(all);
        conflicts(all);
        said(all);
        alarms(all);
        phrases(all);
        return all;
    }

    private static void node(Map<String, ObjectNode> all) {
        all.put("Health", object(must("status", word("up")), must("at", time())));
        all.put("Ready", object(must("status", word("ready", "not ready")), must("fences", mapOf(text()))));
        all.put(
                "Node",
                object(
                        must("party", text()),
                        must("root", text()),
                        must("privateLine", text()),
                        must("provider", text()),
                        must("events", text()),
                        must("steppedClock", flag()),
                        must("at", time()),
                        must("languages", object(must("first", text()), must("offered", texts()))),
                        may(
                                "map",
                                object(
                                        must("type", text()),
                                        must("farthest", whole()),
                                        must("nearest", whole()),
                                        must("bounds", listOf(number()))))));
    }

    private static void access(Map<String, ObjectNode> all) {
        all.put("FirstCode", object(must("code", text()), must("until", time())));
        all.put("FirstAccount", object(must("account", text())));
        all.put(
                "Session",
                object(
                        must("account", text()),
                        must("officer", text()),
                        must("person", flag()),
                        must("roles", texts()),
                        must("rights", texts()),
                        may("csrf", text()),
                        may("until", time())));
        all.put(
                "Account",
                object(
                        must("account", text()),
                        must("officer", text()),
                        must("roles", texts()),
                        must("languages", texts())));
        all.put("Accounts", items(ref("Account")));
        all.put(
                "Token",
                object(
                        must("id", text()),
                        must("name", text()),
                        must("account", text()),
                        must("ending", text()),
                        must("until", time()),
                        must("scopes", texts()),
                        may("token", text())));
        all.put("Tokens", items(ref("Token")));
    }

    private static void lines(Map<String, ObjectNode> all) {
        ObjectNode state = object(
                must("declared", word(LineState.Declared.values())),
                must("machine", word(LineState.Machine.values())),
                must("missed", whole()),
                must("person", word(LineState.Person.values())),
                may("answered", time()),
                may("heard", time()),
                may("confirmed", time()));
        ObjectNode log = object(
                must("log", text()),
                must("by", text()),
                must("lane", text()),
                must("size", whole()),
                must("held", mapOf(object(must("size", whole()), must("at", time())))));
        all.put(
                "Line",
                object(
                        must("line", text()),
                        must("me", text()),
                        must("private", flag()),
                        must("at", time()),
                        must("members", listOf(object(must("party", text()), may("state", state)))),
                        must("logs", listOf(log)),
                        may("agreement", text()),
                        may("fence", object(must("state", text()), must("why", text())))));
        all.put("Lines", items(ref("Line")));
        ObjectNode kept = object(
                must("owed", whole()),
                must("met", whole()),
                must("inTime", whole()),
                may("median", number()),
                may("p95", number()));
        ObjectNode party = object(
                must("counts", mapOf(whole())),
                must("duties", mapOf(kept)),
                must("acknowledgements", mapOf(kept)),
                must("noticeGiven", object(must("of", whole()), may("p5", number()), may("median", number()))),
                must("suspended", number()));
        ObjectNode since = object(
                must(
                        "conflicts",
                        object(
                                must("found", whole()),
                                must("ended", whole()),
                                must("begun", whole()),
                                may("lead", number()))),
                must("silences", mapOf(object(must("longest", number()), must("missed", whole())))));
        all.put(
                "Metrics",
                object(
                        must("from", time()),
                        must("until", time()),
                        must("parties", mapOf(party)),
                        must("sinceStart", since)));
        ObjectNode complete = object(
                must("record", text()),
                must("heard", flag()),
                must("nil", flag()),
                must("through", whole()),
                must("until", time()),
                must("at", time()));
        ObjectNode known = object(
                must(
                        "says",
                        word(
                                "none-declared-complete",
                                "some-declared-complete",
                                "unknown-none-notified",
                                "unknown-some-notified")),
                must("activities", texts()),
                may("complete", complete),
                may("through", text()),
                may("heard", time()),
                may("age", whole()));
        all.put("Known", object(must("from", time()), must("until", time()), must("parties", mapOf(known))));
        all.put(
                "Measure",
                object(
                        must("name", text()),
                        must("measure", text()),
                        may("geometry", any()),
                        may("sides", mapOf(text())),
                        may("crossingNotice", number()),
                        may("from", time()),
                        may("until", time())));
        all.put("Measures", items(ref("Measure")));
        all.put(
                "Pairing",
                object(
                        must("state", word("none", "waiting", "words", "founded", "ended")),
                        may("inviting", flag()),
                        may("code", text()),
                        may("address", text()),
                        may("fingerprint", text()),
                        may("expires", time()),
                        may("words", mapOf(texts())),
                        may("line", text()),
                        may("party", text()),
                        may("root", text()),
                        may("stranger", flag()),
                        may("notes", texts()),
                        may("cause", text()),
                        may("why", text())));
    }

    private static void subjects(Map<String, ObjectNode> all) {
        ObjectNode difference =
                object(must("field", text()), may("said", any()), must("read", any()), may("apart", number()));
        ObjectNode answer = object(
                must("by", text()),
                must("says", text()),
                must("about", text()),
                must("record", text()),
                must("at", time()),
                may("body", any()),
                may("differences", listOf(difference)));
        ObjectNode delivery = object(
                may("stored", time()),
                may("shown", time()),
                may("answered", text()),
                may("at", time()),
                may("oldPlan", flag()));
        Schema.Member[] beside = {
            must("record", text()),
            must("by", text()),
            must("at", time()),
            must("about", text()),
            may("officer", text())
        };
        ObjectNode correction =
                object(Schema.join(beside, may("field", text()), may("right", text()), may("reason", text())));
        ObjectNode translation = object(Schema.join(beside, may("language", text()), may("text", text())));
        ObjectNode properties = object(
                must("line", text()),
                must("kind", text()),
                must("owner", text()),
                must("current", text()),
                must("versions", whole()),
                must("since", time()),
                must("heard", flag()),
                must("exercise", flag()),
                may("body", any()),
                must("statuses", listOf(object(must("status", text()), must("at", time()), must("record", text())))),
                must("answers", listOf(answer)),
                must("heardAnswers", listOf(answer)),
                may("corrections", listOf(correction)),
                may("translations", listOf(translation)),
                may("concluded", text()),
                must("delivery", mapOf(delivery)),
                may("duties", listOf(ref("Duty"))),
                may("breaches", listOf(ref("Breach"))),
                may("matches", listOf(ref("Match"))),
                may("conflicts", texts()),
                may("calls", texts()),
                may("marks", listOf(word("precision-queried"))),
                may("suggested", listOf(ref("Said"))),
                may("narrow", listOf(ref("Against"))));
        all.put(
                "Subject",
                object(
                        must("type", word("Feature")),
                        must("id", text()),
                        must("geometry", any()),
                        must("properties", properties),
                        may("withheld", flag())));
        all.put("Subjects", items(ref("Subject"), may("next", text())));
        all.put("Reference", object(must("id", text())));
        all.put("Within", items(either(ref("Subject"), ref("Reference"))));
        ObjectNode near = object(must("distance", number()), must("version", text()), must("subject", ref("Subject")));
        all.put("Near", items(near, must("within", number()), may("listAsOf", time())));
        ObjectNode met = object(must("record", text()), must("at", time()));
        all.put(
                "Duty",
                object(
                        must("what", text()),
                        must("owedBy", text()),
                        must("about", text()),
                        must("stage", word(Duty.Stage.values())),
                        may("since", time()),
                        may("due", time()),
                        may("met", met)));
        all.put("Duties", items(ref("Duty")));
        all.put(
                "Match",
                object(
                        must("subject", text()),
                        must("about", text()),
                        must("place", text()),
                        must("of", text()),
                        must("distance", number()),
                        may("inside", number())));
        all.put("Matches", items(ref("Match")));
        all.put(
                "Record",
                object(
                        must("record", text()),
                        must("leaf", text()),
                        must("kind", text()),
                        must("by", text()),
                        must("writer", text()),
                        must("log", text()),
                        must("no", whole()),
                        must("at", time()),
                        must("exercise", flag()),
                        may("subject", text()),
                        may("subjectKind", text()),
                        may("about", text()),
                        may("under", text()),
                        may("role", text()),
                        may("officer", text()),
                        may("precedence", text()),
                        may("audience", text()),
                        may("lang", text()),
                        may("heard", flag()),
                        may("bearer", text()),
                        may("heardAt", text()),
                        may("readBack", flag()),
                        may("body", any()),
                        may("erased", flag()),
                        may("stored", mapOf(time())),
                        may("withheld", flag())));
        all.put("Records", items(ref("Record"), must("next", text())));
    }

    private static Schema.Member[] separation(Schema.Member... first) {
        return Schema.join(
                first,
                must("horizontal", number()),
                must("time", number()),
                must("from", time()),
                must("until", time()),
                may("vertical", number()),
                may("verticalFeet", number()),
                may("overlap", object(may("vertical", number()), may("verticalFeet", number()), may("time", number()))),
                must("onA", any()),
                must("onB", any()));
    }

    private static void conflicts(Map<String, ObjectNode> all) {
        ObjectNode finding = object(separation(
                must("hash", text()),
                must("a", text()),
                must("volumeA", whole()),
                must("b", text()),
                must("volumeB", whole())));
        all.put(
                "Conflict",
                object(
                        must("id", text()),
                        must("line", text()),
                        must("a", text()),
                        must("b", text()),
                        must("stand", word(Conflict.Stand.values())),
                        must("riskMayBeAccepted", flag()),
                        may("firstMove", text()),
                        may("resolutions", texts()),
                        must("finding", finding),
                        may("since", time()),
                        may("new", flag())));
        all.put("Conflicts", items(ref("Conflict"), may("next", text())));
        ObjectNode side = object(must("line", text()), must("subject", text()), must("version", text()));
        all.put("PrivateConflict", object(separation(must("a", side), must("b", side), must("across", flag()))));
        all.put("PrivateConflicts", items(ref("PrivateConflict")));
        all.put(
                "Against",
                object(separation(
                        must("with", text()),
                        must("version", text()),
                        must("volume", whole()),
                        must("onOther", whole()),
                        may("owner", text()))));
        all.put(
                "Breach",
                object(
                        must("what", word(Breach.What.values())),
                        must("of", text()),
                        may("about", text()),
                        may("towards", text()),
                        may("core", number()),
                        may("nearest", number()),
                        must("unit", word("s", "m", "m²")),
                        must("figure", number()),
                        must("limit", number())));
    }

    private static void said(Map<String, ObjectNode> all) {
        ObjectNode problem =
                object(must("field", text()), must("value", text()), must("reason", text()), must("wayOut", text()));
        ObjectNode read = object(must("field", text()), must("given", text()), must("read", texts()));
        all.put(
                "Recorded",
                object(
                        must("record", text()),
                        must("leaf", text()),
                        must("at", time()),
                        may("subject", text()),
                        may("known", ref("Known")),
                        may("conflicts", listOf(ref("Conflict"))),
                        may("breaches", listOf(ref("Breach"))),
                        may("matches", listOf(ref("Match"))),
                        may("understood", listOf(read)),
                        may("warnings", listOf(problem))));
        ObjectNode at = object(must("place", text()), must("of", text()), must("distance", number()));
        all.put(
                "Preview",
                object(
                        must("at", time()),
                        must("seenBy", texts()),
                        may("conflicts", listOf(ref("Against"))),
                        may("basis", texts()),
                        may("narrow", listOf(ref("Against"))),
                        may("matches", listOf(at)),
                        may("breaches", listOf(ref("Breach"))),
                        may("known", ref("Known")),
                        must("understood", listOf(read)),
                        must("warnings", listOf(problem))));
        all.put("Waits", object(must("draft", text())));
        all.put(
                "Drafts",
                items(object(
                        must("draft", text()),
                        must("line", text()),
                        must("at", time()),
                        must("officer", text()),
                        must("role", text()),
                        must("kind", text()),
                        may("about", text()),
                        may("body", any()),
                        may("withheld", flag()))));
    }

    private static void alarms(Map<String, ObjectNode> all) {
        ObjectNode alarm = object(
                must("what", word(Alarm.What.values())),
                must("line", text()),
                must("of", text()),
                must("over", flag()),
                must("about", texts()),
                must("called", texts()));
        all.put(
                "Alarms",
                items(alarm, must("withinHour", whole()), must("mostPerHour", whole()), must("silencedFor", whole())));
    }

    private static void phrases(Map<String, ObjectNode> all) {
        ObjectNode field = object(
                must("name", text()),
                must("type", text()),
                must("required", flag()),
                must("readBack", flag()),
                may("list", text()));
        ObjectNode template = object(
                must("code", text()),
                must("kind", text()),
                must("precedence", text()),
                must("text", text()),
                must("fields", listOf(field)));
        all.put(
                "PhraseBook",
                object(
                        must("hash", text()),
                        must("templates", listOf(template)),
                        must("lists", mapOf(texts())),
                        must("phrases", mapOf(mapOf(text())))));
    }
}
