package org.parley.node.api;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.node.access.Right;

/** Figures for Prometheus. Those of a day are computed once a minute: they are a look at all that a line holds. */
final class MetricRoutes {
    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
    private static final long DAY_HOLDS = TimeUnit.MINUTES.toNanos(1);

    private final Rooms rooms;
    private final Refusals refusals;
    private final ReentrantLock lock = new ReentrantLock();
    private List<MetricSnapshot> day = List.of();
    private long computed;

    MetricRoutes(Rooms rooms, Refusals refusals) {
        this.rooms = rooms;
        this.refusals = refusals;
    }

    List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/metrics",
                        Right.METRICS,
                        "Figures of the node and its lines, for Prometheus",
                        this::metrics)
                .givesText("text/plain"));
    }

    private Reply metrics(Call call, Map<String, String> named) {
        Series now = new Series();
        Figures.ofNode(now, rooms, refusals);
        Figures.ofLines(now, rooms);
        List<MetricSnapshot> all = new ArrayList<>(now.all());
        all.addAll(day());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            WRITER.write(text, new MetricSnapshots(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.text(WRITER.getContentType(), text.toString(StandardCharsets.UTF_8));
    }

    private List<MetricSnapshot> day() {
        lock.lock();
        try {
            if (day.isEmpty() || System.nanoTime() - computed > DAY_HOLDS) {
                Series series = new Series();
                Figures.ofDay(series, rooms);
                day = series.all();
                computed = System.nanoTime();
            }
            return day;
        } finally {
            lock.unlock();
        }
    }
}
