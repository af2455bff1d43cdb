package org.parley.cli.check.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * Reads all features of a source on all cores, in their order.
 *
 * @param <T> what a feature becomes
 */
final class Intake<T> {
    private final Source source;
    private final Function<RawFeature, Entered<T>> entry;
    private final Taker<T> taker;
    private final Complaints complaints;
    private final boolean keepText;
    private final List<Read.Bad<T>> badStart = new ArrayList<>();
    private boolean begun;
    private boolean stopped;
    private Form form = Form.LINES;

    Intake(
            Source source,
            Function<RawFeature, Entered<T>> entry,
            boolean keepText,
            Complaints complaints,
            Taker<T> taker) {
        this.source = source;
        this.entry = entry;
        this.keepText = keepText;
        this.complaints = complaints;
        this.taker = taker;
    }

    /** Takes what was accepted. */
    @FunctionalInterface
    interface Taker<T> {
        void take(Origin origin, T value, Optional<String> text);
    }

    /** What became of one feature. */
    private sealed interface Read<T> {
        record Good<T>(Origin origin, Entered.Accepted<T> entered, Optional<String> text) implements Read<T> {}

        /** @param foreign whether it is no feature at all */
        record Bad<T>(Origin origin, List<Problem> problems, boolean foreign) implements Read<T> {}
    }

    void run() {
        try (InputStream in = source.opener().open()) {
            Splitter splitter = Sniffer.open(in);
            form = splitter.form();
            Ordered.<Batch, List<Read<T>>, Exception>map(
                    () -> stopped ? Optional.empty() : splitter.next(), this::read, this::take);
            if (!begun && badStart.isEmpty()) {
                refuse(Origin.whole(source.name()), "empty", "no feature in it", "give at least one Feature");
            }
            begin();
        } catch (Unreadable e) {
            begin();
            Origin origin = e.line() == 0 ? Origin.whole(source.name()) : Origin.atLine(source.name(), e.line());
            complaints.refused(origin, List.of(e.problem()));
        } catch (IOException e) {
            begin();
            complaints.refused(Origin.whole(source.name()), List.of(unreadable(e)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuse(Origin origin, String value, String reason, String wayOut) {
        complaints.refused(origin, List.of(new Problem("file", value, reason, wayOut)));
    }

    /** Why a file cannot be read. */
    static Problem unreadable(IOException e) {
        String value = switch (e) {
            case NoSuchFileException missing -> "missing";
            case AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
        return new Problem("file", value, "cannot be read", "name a file that exists and that you may read");
    }

    private List<Read<T>> read(Batch batch) {
        List<Read<T>> read = new ArrayList<>(batch.count());
        for (int i = 0; i < batch.count(); i++) {
            read.add(read(batch, i));
        }
        return read;
    }

    private Read<T> read(Batch batch, int i) {
        Origin origin = new Origin(source.name(), form, batch.line(i), batch.index(i));
        int from = batch.from(i);
        int until = batch.until(i);
        boolean abrupt = batch.abrupt(i);
        return switch (FeatureParser.parse(batch.bytes(), from, until, abrupt)) {
            case Entered.Refused<RawFeature> refused -> new Read.Bad<>(origin, refused.problems(), true);
            case Entered.Accepted<RawFeature> raw ->
                switch (entry.apply(raw.value())) {
                    case Entered.Refused<T> refused -> new Read.Bad<>(origin, refused.problems(), false);
                    case Entered.Accepted<T> entered ->
                        new Read.Good<>(origin, entered, keepText ? text(batch, from, until) : Optional.empty());
                };
        };
    }

    private static Optional<String> text(Batch batch, int from, int until) {
        return Optional.of(new String(batch.bytes(), from, until - from, StandardCharsets.UTF_8));
    }

    private void take(List<Read<T>> all) {
        for (Read<T> one : all) {
            if (stopped) {
                return;
            }
            switch (one) {
                case Read.Bad<T> bad when bad.foreign() && !begun -> foreign(bad);
                case Read.Bad<T> bad -> {
                    begin();
                    complaints.refused(bad.origin(), bad.problems());
                }
                case Read.Good<T> good -> {
                    begin();
                    good.entered().warnings().forEach(warning -> complaints.warning(good.origin(), warning));
                    taker.take(good.origin(), good.entered().value(), good.text());
                }
            }
        }
    }

    /** Keeps what is no feature until the first that is one; too many of them, and the file is something else. */
    private void foreign(Read.Bad<T> bad) {
        badStart.add(bad);
        if (badStart.size() == ReadLimits.BAD_START) {
            Problem first = badStart.getFirst().problems().getFirst();
            badStart.clear();
            begun = true;
            stopped = true;
            refuse(
                    Origin.whole(source.name()),
                    "no Feature in its first " + ReadLimits.BAD_START + " lines or records",
                    "the first: " + first.reason(),
                    "give a FeatureCollection, or one Feature a line; CSV, KML and the like are to be converted first");
        }
    }

    private void begin() {
        begun = true;
        badStart.forEach(bad -> complaints.refused(bad.origin(), bad.problems()));
        badStart.clear();
    }
}
