package org.parley.node.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Held;

/**
 * What the node adds to a person's line check: the hash of the live findings and the sizes of the logs that it is of; and to an
 * answer, the hash that this node computes for the same sizes. No person could type either.
 */
final class Checks {
    private Checks() {}

    /** The body with what it lacks; one that is no check's and no answer to one stays as it is. */
    static Json.Obj completed(Rooms rooms, LinePicture line, String kind, Optional<Held> about, Json.Obj body) {
        if (kind.equals("check") && !body.has("findings") && !body.has("logs")) {
            return asked(rooms, line, body);
        }
        boolean answers = kind.equals("answer")
                && about.filter(held -> held.kind().equals("check") && !held.isHeard())
                        .isPresent();
        return answers && !body.has("fields") ? answered(rooms, line, about.orElseThrow(), body) : body;
    }

    private static Json.Obj asked(Rooms rooms, LinePicture line, Json.Obj body) {
        List<Json> logs = line.sizes().entrySet().stream()
                .sorted(Comparator.comparing(log -> RecordCursor.name(log.getKey())))
                .<Json>map(log -> Json.Obj.builder()
                        .put("log", RecordCursor.name(log.getKey()))
                        .put("size", log.getValue())
                        .build())
                .toList();
        return rooms.pictures()
                .findings(line, line.sizes())
                .map(hash -> with(body, "findings", Json.of(hash.toString())))
                .map(of -> with(of, "logs", Json.of(logs)))
                .orElse(body);
    }

    private static Json.Obj answered(Rooms rooms, LinePicture line, Held check, Json.Obj body) {
        Map<String, Origin> known = new TreeMap<>();
        rooms.node().standing().logs(line.line()).forEach(origin -> known.put(RecordCursor.name(origin), origin));
        List<Json> stated =
                check.says().flatMap(says -> says.get("logs")).map(Json::array).orElse(List.of());
        Map<Origin, Long> sizes = new TreeMap<>(Comparator.comparing(Origin::toString));
        for (Json log : stated) {
            Optional.ofNullable(known.get(log.object().require("log").text()))
                    .ifPresent(origin ->
                            sizes.put(origin, log.object().require("size").integer()));
        }
        boolean all = !stated.isEmpty() && sizes.size() == stated.size();
        Optional<Hash> own = all ? rooms.pictures().findings(line, sizes) : Optional.empty();
        return own.map(hash -> with(
                        body,
                        "fields",
                        Json.Obj.builder().put("findings", hash.toString()).build()))
                .orElse(body);
    }

    private static Json.Obj with(Json.Obj body, String field, Json value) {
        Json.Builder more = Json.Obj.builder();
        body.members().forEach(member -> more.put(member.name(), member.value()));
        return more.put(field, value).build();
    }
}
