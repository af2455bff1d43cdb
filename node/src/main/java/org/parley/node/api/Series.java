package org.parley.node.api;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.node.Histogram;

/** Figures of one moment, by name; every one declared with what it means before it gets values. */
final class Series {
    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
    private final List<MetricSnapshot> histograms = new ArrayList<>();

    /** @param labels names and values by turns */
    void gauge(Figure figure, long value, String... labels) {
        gauge(figure, (double) value, labels); // exact: nothing here is counted as far as 2^53
    }

    /** @param labels names and values by turns */
    void gauge(Figure figure, double value, String... labels) {
        gauges.computeIfAbsent(
                        figure.metric(),
                        name -> GaugeSnapshot.builder().name(name).help(figure.says()))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value)
                        .build());
    }

    /** @param labels names and values by turns */
    void counter(Figure figure, long value, String... labels) {
        counters.computeIfAbsent(
                        figure.metric(),
                        name -> CounterSnapshot.builder()
                                .name(name.replaceFirst("_total$", ""))
                                .help(figure.says()))
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value((double) value)
                        .build());
    }

    void histogram(Figure figure, Histogram histogram) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        histogram.buckets().forEach(bucket -> buckets.bucket(bucket.bound(), bucket.count()));
        histograms.add(HistogramSnapshot.builder()
                .name(figure.metric())
                .help(figure.says())
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(histogram.sum())
                        .build())
                .build());
    }

    List<MetricSnapshot> all() {
        List<MetricSnapshot> all = new ArrayList<>(histograms);
        gauges.values().forEach(gauge -> all.add(gauge.build()));
        counters.values().forEach(counter -> all.add(counter.build()));
        return all;
    }
}
