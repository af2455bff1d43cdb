package org.parley.cli.desk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The line that a command is about, as the node described it when the command began. */
record OurLine(JsonNode json) {
    /** The line whose name begins so; without that, the only line with others. */
    static OurLine of(Api api, Optional<String> prefix) throws IOException, InterruptedException {
        List<OurLine> all = all(api);
        List<OurLine> meant = all.stream()
                .filter(line -> line.id().startsWith(prefix.orElse("")))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (all.isEmpty()) {
            throw new BadInput("the node has no line with others", "parley invite and parley join found one");
        }
        String found = prefix.map(text -> meant.isEmpty()
                        ? "no line with others begins with " + text
                        : meant.size() + " lines begin with " + text)
                .orElse(all.size() + " lines with others are here");
        String names = String.join("; ", all.stream().map(OurLine::described).toList());
        throw new BadInput(found, "choose with --line: " + names);
    }

    /** All lines with others. */
    static List<OurLine> all(Api api) throws IOException, InterruptedException {
        return items(api.get(Api.ROOT + "lines"))
                .filter(line -> !line.path("private").asBoolean(false))
                .map(OurLine::new)
                .toList();
    }

    static Stream<JsonNode> items(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false);
    }

    /** The same line as it is now. */
    OurLine now(Api api) throws IOException, InterruptedException {
        return new OurLine(api.get(path("")));
    }

    String id() {
        return json.path("line").asString();
    }

    String me() {
        return json.path("me").asString();
    }

    /** The node's time when it described the line. */
    String at() {
        return json.path("at").asString();
    }

    /** The same, as a value of a field. */
    JsonNode instant() {
        return Jsons.text(at());
    }

    /** The number of the newest record of our main log. */
    JsonNode through() {
        return JsonNodeFactory.instance.numberNode(size(me()));
    }

    /** The members but this one, as the node describes them. */
    List<JsonNode> others() {
        List<JsonNode> others = new ArrayList<>();
        json.path("members").forEach(member -> {
            if (!member.path("party").asString().equals(me())) {
                others.add(member);
            }
        });
        return others;
    }

    /** {@code 4f0c… with BIRCH}. */
    String described() {
        List<String> names =
                others().stream().map(member -> member.path("party").asString()).toList();
        return id().substring(0, Math.min(12, id().length())) + " with " + String.join(", ", names);
    }

    /** How many records of a party's main log are here. */
    long size(String party) {
        return mainLog(party).map(log -> log.path("size").asLong()).orElse(0L);
    }

    /** The last record of a party's main log that is here: {@code BIRCH-412}. */
    Optional<String> through(String party) {
        return mainLog(party).filter(log -> log.path("size").asLong() > 0).map(log -> {
            int epoch = epoch(log);
            return party + (epoch > 1 ? "." + epoch : "") + "-"
                    + log.path("size").asLong();
        });
    }

    private Optional<JsonNode> mainLog(String party) {
        return StreamSupport.stream(json.path("logs").spliterator(), false)
                .filter(log -> log.path("by").asString().equals(party)
                        && log.path("lane").asString().equals("main"))
                .max(Comparator.comparingInt(OurLine::epoch));
    }

    /** The number of an epoch stands at the end of the origin: {@code parley/…/BIRCH/main/1-0a1b2c3d}. */
    private static int epoch(JsonNode log) {
        String origin = log.path("log").asString();
        return Integer.parseInt(origin.replaceFirst("^.*/([0-9]+)-[0-9a-f]+$", "$1"));
    }

    /** Where something of this line stands. */
    String path(String rest) {
        return Api.ROOT + "lines/" + id() + (rest.isEmpty() ? "" : "/" + rest);
    }

    /** A name as it stands in a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All items of what comes in pages. */
    JsonNode all(Api api, String rest) throws IOException, InterruptedException {
        return pages(api, path(rest));
    }

    private static JsonNode pages(Api api, String path) throws IOException, InterruptedException {
        var whole = Jsons.object();
        var items = whole.putArray("items");
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String from = after.get();
            String more = from.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "after=" + encoded(from);
            JsonNode page = api.get(path + more);
            items(page).forEach(items::add);
            after = Optional.of(page.path("next").asString("")).filter(next -> !next.isEmpty());
        }
        return whole;
    }
}
