package org.parley.node.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Fence;
import org.parley.node.Standing;
import org.parley.node.Workings;
import org.parley.node.alarm.Alarm;
import org.parley.node.alarm.Watch;
import org.parley.node.desk.Waiting;
import org.parley.node.pictures.Chronicle;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Conflict;
import org.parley.picture.Duty;
import org.parley.picture.LineState;
import org.parley.picture.Metrics;
import org.parley.space.window.Window;

/** Computes figures, each from what is known at this moment. A line is called by its id, a party by its name. */
final class Figures {
    private static final String LINE = "line";
    private static final String PARTY = "party";
    private static final double MILLIS = 1_000;
    private static final long DAY = 86_400_000;

    private Figures() {}

    /** Of the node as a whole. */
    static void ofNode(Series series, Rooms rooms, Refusals refusals) {
        Workings workings = rooms.node().workings();
        series.histogram(Figure.COMMIT_SECONDS, workings.commits());
        series.histogram(Figure.BATCH_RECORDS, workings.batches());
        Agenda.Waiting waiting = rooms.node().waiting();
        series.gauge(Figure.QUEUE, waiting.safety(), "class", "safety");
        series.gauge(Figure.QUEUE, waiting.main(), "class", "main");
        series.gauge(Figure.QUEUE, waiting.others(), "class", "other");
        series.gauge(Figure.QUEUE, waiting.bulk(), "class", "bulk");
        workings.refused()
                .forEach((reason, count) -> series.counter(Figure.REFUSED_TOTAL, count, "reason", View.word(reason)));
        refusals.all()
                .forEach((trouble, count) ->
                        series.counter(Figure.API_REFUSED_TOTAL, count, "type", View.word(trouble)));
        workings.offsets()
                .forEach((party, offset) ->
                        series.gauge(Figure.CLOCK_OFFSET_SECONDS, offset / MILLIS, PARTY, party.name()));
        series.gauge(
                Figure.DRAFTS,
                Waiting.open(rooms.pictures().of(rooms.privateLine())).size());
        Watch.Heard heard = rooms.watch().sounding();
        for (Alarm.What what : Alarm.What.values()) {
            long sounding = heard.alarms().stream()
                    .filter(alarm -> alarm.what() == what)
                    .count();
            series.gauge(Figure.ALARMS, sounding, "what", View.word(what));
        }
        series.gauge(Figure.ALARMS_WITHIN_HOUR, heard.withinHour());
    }

    /** Of each line that others are on. */
    static void ofLines(Series series, Rooms rooms) {
        for (LinePicture line : rooms.pictures().all()) {
            String id = line.line().hex();
            Standing standing = rooms.node().standing();
            boolean open = standing.fence(line.line())
                    .filter(fence -> fence.state() == Fence.State.OPEN)
                    .isPresent();
            series.gauge(Figure.FENCE_OPEN, open ? 1 : 0, LINE, id);
            logs(series, standing, line, id);
            if (!line.isPrivate()) {
                standing.line(line.line())
                        .ifPresent(of -> of.others().forEach(peer -> peer(series, rooms, line, of, peer)));
                conflicts(series, line, id);
                chronicle(series, rooms.pictures().since(line), id);
                duties(series, line, id, rooms.now());
                series.gauge(
                        Figure.OVERDUE_ACTIVITIES,
                        line.picture().overdue(rooms.now()).size(),
                        LINE,
                        id);
            }
        }
    }

    private static void logs(Series series, Standing standing, LinePicture line, String id) {
        Map<PartyName, Long> entries = new TreeMap<>();
        long behind = 0;
        for (Origin origin : standing.logs(line.line())) {
            long size = standing.size(origin);
            entries.merge(origin.party(), size, Long::sum);
            behind += Math.max(0, size - line.sizes().getOrDefault(origin, 0L));
        }
        entries.forEach((party, size) -> series.gauge(Figure.LOG_ENTRIES, size, LINE, id, PARTY, party.name()));
        series.gauge(Figure.FOLD_LAG_ENTRIES, behind, LINE, id);
    }

    private static void peer(Series series, Rooms rooms, LinePicture line, Standing.Line members, PartyName peer) {
        String[] labels = {LINE, line.line().hex(), PARTY, peer.name()};
        Standing standing = rooms.node().standing();
        long lag = 0;
        long last = 0;
        for (Origin origin : standing.logs(line.line())) {
            if (origin.party().equals(line.me())) {
                Standing.Held held = standing.held(origin, peer).orElse(new Standing.Held(0, 0));
                lag += Math.max(0, standing.size(origin) - held.size());
                last = Math.max(last, held.time());
            }
        }
        series.gauge(Figure.RECEIPT_LAG_ENTRIES, lag, labels);
        if (last > 0) {
            series.gauge(Figure.RECEIPT_AGE_SECONDS, rooms.now() / MILLIS - last, labels);
        }
        boolean linked = Optional.ofNullable(members.members().get(peer))
                .filter(standing.linked()::contains)
                .isPresent();
        series.gauge(Figure.LINKED, linked ? 1 : 0, labels);
        LineState state = line.picture().line(line.me(), peer, rooms.now());
        series.gauge(Figure.MACHINE_ANSWERS, state.machine() == LineState.Machine.ANSWERED ? 1 : 0, labels);
        series.gauge(Figure.MISSED_CHECKS, state.missed(), labels);
    }

    private static void conflicts(Series series, LinePicture line, String id) {
        Map<Conflict.Stand, Integer> stands = new EnumMap<>(Conflict.Stand.class);
        Arrays.stream(Conflict.Stand.values()).forEach(stand -> stands.put(stand, 0));
        line.picture()
                .conflicts()
                .forEach(conflict -> stands.merge(line.picture().stand(conflict), 1, Integer::sum));
        stands.forEach((stand, count) -> series.gauge(Figure.CONFLICTS, count, LINE, id, "stand", View.word(stand)));
    }

    private static void chronicle(Series series, Chronicle.Figures since, String id) {
        series.counter(Figure.CONFLICTS_FOUND_TOTAL, since.found(), LINE, id);
        series.counter(Figure.CONFLICTS_ENDED_TOTAL, since.ended(), LINE, id);
        series.counter(Figure.CONFLICTS_BEGUN_TOTAL, since.begun(), LINE, id);
        since.lead().ifPresent(lead -> series.gauge(Figure.CONFLICT_LEAD_SECONDS, lead / MILLIS, LINE, id));
        since.silences().forEach((peer, silence) -> {
            String[] labels = {LINE, id, PARTY, peer.name()};
            series.gauge(Figure.LONGEST_SILENCE_SECONDS_DAY, silence.longest() / MILLIS, labels);
            series.gauge(Figure.MISSED_CHECKS_DAY, silence.missed(), labels);
        });
    }

    private static void duties(Series series, LinePicture line, String id, long now) {
        for (PartyName party : line.members()) {
            Map<Duty.Stage, Integer> stages = new EnumMap<>(Duty.Stage.class);
            for (Duty.Stage stage : Duty.Stage.values()) {
                if (stage != Duty.Stage.MET && stage != Duty.Stage.MET_LATE) {
                    stages.put(stage, 0);
                }
            }
            line.picture().open(party, now).forEach(duty -> stages.merge(duty.at(now), 1, Integer::sum));
            stages.forEach((stage, count) ->
                    series.gauge(Figure.DUTIES, count, LINE, id, PARTY, party.name(), "stage", View.word(stage)));
        }
    }

    /** How each party kept its duties and gave notice within the last 24 hours. */
    static void ofDay(Series series, Rooms rooms) {
        long now = rooms.now();
        Window day = new Window(now - DAY, now);
        for (LinePicture line : rooms.pictures().all()) {
            boolean awake = line.isPrivate() || day.from() >= line.picture().awakeSince();
            LinePicture whole = awake ? line : rooms.pictures().whole(line);
            for (PartyName party : line.isPrivate() ? Set.<PartyName>of() : line.members()) {
                String[] labels = {LINE, line.line().hex(), PARTY, party.name()};
                Metrics metrics = whole.picture().metrics(party, day);
                metrics.counts()
                        .forEach((count, number) ->
                                series.gauge(Figure.COUNTS_DAY, number, with(labels, "what", View.word(count))));
                metrics.duties().forEach((what, kept) -> kept(series, kept, with(labels, "what", what)));
                metrics.acknowledgements()
                        .forEach((precedence, kept) ->
                                acknowledged(series, kept, with(labels, "precedence", precedence)));
                quantile(
                        series,
                        Figure.NOTICE_GIVEN_SECONDS_DAY,
                        metrics.noticeGiven().p5(),
                        labels,
                        "0.05");
                quantile(
                        series,
                        Figure.NOTICE_GIVEN_SECONDS_DAY,
                        metrics.noticeGiven().median(),
                        labels,
                        "0.5");
                series.gauge(Figure.SUSPENDED_SECONDS_DAY, metrics.suspended() / MILLIS, labels);
            }
        }
    }

    private static void kept(Series series, Metrics.Kept kept, String... labels) {
        series.gauge(Figure.DUTIES_OWED_DAY, kept.owed(), labels);
        series.gauge(Figure.DUTIES_MET_DAY, kept.met(), labels);
        series.gauge(Figure.DUTIES_IN_TIME_DAY, kept.inTime(), labels);
        quantile(series, Figure.DUTY_SECONDS_DAY, kept.median(), labels, "0.5");
        quantile(series, Figure.DUTY_SECONDS_DAY, kept.p95(), labels, "0.95");
    }

    private static void acknowledged(Series series, Metrics.Kept kept, String... labels) {
        series.gauge(Figure.ACKNOWLEDGEMENTS_OWED_DAY, kept.owed(), labels);
        series.gauge(Figure.ACKNOWLEDGEMENTS_IN_TIME_DAY, kept.inTime(), labels);
        quantile(series, Figure.ACKNOWLEDGEMENT_SECONDS_DAY, kept.median(), labels, "0.5");
        quantile(series, Figure.ACKNOWLEDGEMENT_SECONDS_DAY, kept.p95(), labels, "0.95");
    }

    private static void quantile(Series series, Figure of, OptionalLong millis, String[] labels, String quantile) {
        millis.ifPresent(value -> series.gauge(of, value / MILLIS, with(labels, "quantile", quantile)));
    }

    private static String[] with(String[] labels, String name, String value) {
        String[] more = Arrays.copyOf(labels, labels.length + 2);
        more[labels.length] = name;
        more[labels.length + 1] = value;
        return more;
    }
}
