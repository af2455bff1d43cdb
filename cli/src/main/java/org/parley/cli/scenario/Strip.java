package org.parley.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the strip over the two desks shows, as the page asks for it. */
final class Strip implements Audience {
    private final Story story;
    private final Path reached;
    private final ArrayNode steps = Scenario.JSON.createArrayNode();
    private Optional<Company> company = Optional.empty();
    private int gathered;
    private Optional<Chapter> chapter = Optional.empty();
    private ArrayNode happened = Scenario.JSON.createArrayNode();
    private Waits waits = Waits.PLAYING;
    private String task = "";
    private String failed = "";

    /** @param reached the file in which stands with which step somebody who comes back goes on */
    Strip(Story story, Path reached) {
        this.story = story;
        this.reached = reached;
        for (Chapter each : story.chapters()) {
            steps.addObject().put("no", each.no()).put("title", each.title());
        }
    }

    @Override
    public synchronized void gathered(Company begun) {
        company = Optional.of(begun);
        gathered++;
        failed = "";
    }

    @Override
    public synchronized void opens(Chapter opened) {
        chapter = Optional.of(opened);
        happened = Scenario.JSON.createArrayNode();
    }

    @Override
    public synchronized void happened(Instant at, String by, String text) {
        happened.addObject().put("at", at.toString()).put("by", by).put("text", text);
    }

    @Override
    public synchronized void judged(Instant at, String text, Verdict verdict) {
        ObjectNode row = happened.addObject().put("at", at.toString()).put("text", text);
        switch (verdict) {
            case Verdict.Met(List<String> seen) -> list(row.put("is", "so"), seen);
            case Verdict.NotMet(List<String> why) -> list(row.put("is", "not so"), why);
            case Verdict.Open(String why) -> list(row.put("is", "open"), List.of(why));
        }
    }

    private static void list(ObjectNode row, List<String> texts) {
        ArrayNode list = row.putArray("seen");
        texts.forEach(list::add);
    }

    @Override
    public synchronized void waits(Waits next, String what) {
        waits = next;
        task = what;
        if (next != Waits.PLAYING) {
            note();
        }
    }

    private void note() {
        try {
            Files.writeString(
                    reached, chapter.map(open -> String.valueOf(open.no())).orElse("1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void failed(String why) {
        failed = why;
        waits = Waits.NEXT;
    }

    /** Who is signed in at each desk now, as cookies. */
    synchronized List<String> cookies() {
        return company.map(of -> of.stage().players().stream()
                        .map(player -> of.session(player.party()).cookie())
                        .toList())
                .orElse(List.of());
    }

    /** All that the page shows. */
    synchronized JsonNode shown() {
        ObjectNode view = Scenario.JSON
                .createObjectNode()
                .put("title", story.scenario().title())
                .put("waits", waits.name().toLowerCase(Locale.ROOT))
                .put("task", task)
                .put("failed", failed);
        view.set("steps", steps);
        view.set("happened", happened);
        chapter.ifPresent(open -> {
            view.put("no", open.no()).put("name", open.title()).put("text", open.text());
            list(view, "look", open.look());
        });
        company.ifPresent(of -> desks(view, of));
        return view;
    }

    private void desks(ObjectNode view, Company of) {
        view.put("clock", of.stage().clock(story.visitor()).toString());
        ArrayNode desks = view.putArray("desks");
        for (Player player : of.stage().players()) {
            boolean visitor = player.party().equals(story.visitor());
            ObjectNode desk = desks.addObject()
                    .put("party", player.party())
                    .put("scripted", !visitor)
                    .put("url", player.api())
                    .put("seat", gathered + "." + of.signedIn());
            list(desk, "words", of.words(visitor));
        }
    }

    private static void list(ObjectNode view, String name, List<String> texts) {
        ArrayNode list = view.putArray(name);
        texts.forEach(list::add);
    }
}
