package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.parley.ledger.canonical.Json;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import org.parley.node.desk.Outcome;
import org.parley.node.desk.Statement;
import org.parley.node.journal.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where sites are. Every answer passes here: who may not see the exact places of sites gets none, and that somebody who may has
 * looked stands on the private line.
 */
final class Sites {
    /** What was said of a site, wherever it stands in an answer: in subjects, records, drafts and events. */
    private static final List<String> SAID = List.of("body", "differences");

    /** Who asks the same again within so long is one look: a screen asks all the time. */
    private static final long ONE_LOOK = TimeUnit.MINUTES.toMillis(10);

    private static final int MOST_LOOKS = 4_096;

    private final Rooms rooms;
    private final Map<String, Long> looks = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();

    Sites(Rooms rooms) {
        this.rooms = rooms;
    }

    /** What a visitor may see of an answer. */
    JsonNode seenBy(Call call, JsonNode answer) {
        int sites = count(answer);
        if (sites == 0) {
            return answer;
        }
        Optional<Caller> caller = call.visitor().caller().filter(known -> known.may(Right.READ_SITES));
        if (caller.isEmpty()) {
            return withheld(answer);
        }
        looked(caller.get(), call.method() + " /" + String.join("/", call.path()), sites);
        return answer;
    }

    /** Keeps that somebody sees sites; once for the same question asked again and again. */
    void looked(Caller caller, String how, int sites) {
        long now = rooms.now();
        String look = caller.account() + " " + how;
        Long before = looks.get(look);
        if (before != null && now >= before && now - before < ONE_LOOK) {
            return;
        }
        if (looks.size() >= MOST_LOOKS) {
            looks.clear();
        }
        looks.put(look, now);
        String what = "sites: " + sites + ", " + how;
        Json.Obj body = Json.Obj.builder()
                .put("line", "all")
                .put("what", what.substring(0, Math.min(what.length(), 400)))
                .build();
        Outcome outcome = rooms.desk()
                .say(
                        rooms.privateLine(),
                        Visitor.author(caller, Optional.empty()),
                        Statement.of("look-up", Optional.empty(), body),
                        Optional.empty());
        if (outcome instanceof Outcome.Not) {
            // Whoever must keep away from a hospital sees it, also where nothing can be written any more.
            journal.alarm("a look at sites was not kept", Json.Obj.builder().put("officer", caller.officer()));
        }
    }

    /** How many sites are shown. */
    static int count(JsonNode answer) {
        AtomicInteger sites = new AtomicInteger();
        each(answer, site -> sites.incrementAndGet());
        return sites.get();
    }

    /** The same without what says where sites are. */
    static JsonNode withheld(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        each(copy, Sites::withhold);
        return copy;
    }

    private static void each(JsonNode in, Consumer<ObjectNode> sink) {
        if (in instanceof ObjectNode object && isSite(object)) {
            sink.accept(object);
            return;
        }
        in.forEach(part -> each(part, sink));
    }

    /** A feature, a record or a draft. */
    private static boolean isSite(ObjectNode object) {
        return isOfSite(object.path("properties")) || (object.has("body") && isOfSite(object));
    }

    private static boolean isOfSite(JsonNode of) {
        return of.path("kind").asString("").equals("site")
                || of.path("subjectKind").asString("").equals("site");
    }

    private static void withhold(ObjectNode site) {
        if (site.has("geometry")) {
            site.putNull("geometry");
        }
        strip(site);
        site.put("withheld", true);
    }

    /** Without what was said, its own and that of answers. */
    private static void strip(JsonNode in) {
        if (in instanceof ObjectNode object) {
            object.remove(SAID);
        }
        in.forEach(Sites::strip);
    }
}
