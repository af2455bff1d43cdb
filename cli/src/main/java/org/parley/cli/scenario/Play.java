package org.parley.cli.scenario;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Plays a script on a stage: moves the clocks, has each step said, and holds what was expected against what is then read. */
final class Play {
    /** Alarms are looked for twice a second, and events come a little later than the picture. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Scenario scenario;
    private final Stage stage;
    private final Pace pace;
    private final Telling telling;
    private final Names names;
    private final Judge judge;

    Play(Scenario scenario, Stage stage, Pace pace, Telling telling) {
        this.scenario = scenario;
        this.stage = stage;
        this.pace = pace;
        this.telling = telling;
        this.names = new Names(stage.lines());
        this.judge = new Judge(scenario, stage, names);
    }

    void run() throws IOException, InterruptedException {
        NavigableSet<Instant> moments = new TreeSet<>();
        scenario.steps().forEach(step -> moments.add(step.at()));
        scenario.expected().forEach(expected -> moments.add(expected.at()));
        Instant before = scenario.begins();
        for (Instant moment : moments) {
            TimeUnit.MILLISECONDS.sleep(
                    pace.pause(Duration.between(before, moment)).toMillis());
            for (String party : scenario.parties()) {
                stage.clock(party, moment);
            }
            for (Step step : scenario.steps()) {
                if (step.at().equals(moment)) {
                    play(step);
                }
            }
            for (Expected expected : scenario.expected()) {
                if (expected.at().equals(moment)) {
                    telling.told(moment, expected.text(), judge.verdict(expected, PATIENCE));
                }
            }
            before = moment;
        }
    }

    private void play(Step step) throws IOException, InterruptedException {
        for (Map.Entry<String, Instant> clock : step.clocks().entrySet()) {
            stage.clock(clock.getKey(), clock.getValue());
        }
        String what = step.by() + " " + step.text();
        String line = names.line(step.line()).orElseThrow();
        JsonNode say;
        try {
            say = Blanks.filled(step.say(), judge.known(step.by(), step.line()));
        } catch (Blanks.Unknown unknown) {
            telling.told(step.at(), what, new Verdict.NotMet(List.of(String.valueOf(unknown.getMessage()))));
            return;
        }
        Player.Said said = stage.player(step.by()).say(line, say);
        String problem = said.answer().path("type").asString("");
        if (step.refused().isPresent()) {
            boolean asExpected = problem.endsWith("#" + step.refused().get());
            telling.told(
                    step.at(), what, asExpected ? new Verdict.Met(refusal(said)) : new Verdict.NotMet(refusal(said)));
        } else if (said.status() != 201) {
            telling.told(step.at(), what, new Verdict.NotMet(refusal(said)));
        } else {
            took(step, line, said.answer().path("record").asString());
        }
    }

    private static List<String> refusal(Player.Said said) {
        StringBuilder reasons = new StringBuilder();
        for (JsonNode error : said.answer().path("errors")) {
            reasons.append(", ")
                    .append(error.path("field").asString())
                    .append(' ')
                    .append(error.path("reason").asString());
        }
        return List.of("answered by " + said.status() + " "
                + said.answer().path("title").asString("") + reasons);
    }

    private void took(Step step, String line, String record) throws IOException, InterruptedException {
        step.name().ifPresent(name -> names.said(name, record));
        if (step.awaits().isPresent()) {
            stage.await(step.line(), record, step.awaits().get());
        } else {
            stage.settle(step.line());
        }
        Map<String, JsonNode> read = new LinkedHashMap<>();
        for (String member : stage.members(step.line())) {
            if (!member.equals(step.by())) {
                read.put(member, stage.get(member, "/lines/" + line + "/records/" + record));
            }
        }
        telling.said(step.text(), read);
    }
}
