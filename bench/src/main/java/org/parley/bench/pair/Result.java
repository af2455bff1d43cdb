package org.parley.bench.pair;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was measured of records on their way to the receipt.
 *
 * @param receipted records that got their receipt while it was counted
 * @param seconds from the beginning of counting to the last receipt
 * @param timed records that were begun and got their receipt in that time
 * @param micros of their times: mean, percentiles 50, 90, 99 and 99.9, the longest
 */
public record Result(long receipted, double seconds, long timed, List<Double> micros) {
    /** The columns of {@link #columns}. */
    public static final String HEADS = "mean | p50 | p90 | p99 | p99.9 | max";

    /** Records in a second. */
    public double rate() {
        return receipted / seconds;
    }

    /** Times in milliseconds, as columns of a table. */
    public String columns() {
        return micros.stream().map(each -> "%.2f".formatted(each / 1_000)).collect(Collectors.joining(" | "));
    }

    /** As words on one line, for another process. */
    String line() {
        return receipted + " " + seconds + " " + timed + " "
                + micros.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** From those words. */
    public static Result of(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new Result(
                Long.parseLong(words.get(0)),
                Double.parseDouble(words.get(1)),
                Long.parseLong(words.get(2)),
                words.stream().skip(3).map(Double::valueOf).toList());
    }

    /** The one in the middle by a figure of each. */
    public static double median(List<Result> results, java.util.function.ToDoubleFunction<Result> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
