package org.parley.node.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.parley.ledger.Origin;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Records;
import org.parley.picture.Held;

/** How far somebody has read in each log of a line: logs in the order of their names, {@code 12.0.7.1}. */
record RecordCursor(Map<String, Long> read) {
    private static final String FORM = "[A-Z0-9-]+/(main|safety)/[0-9]+-[0-9a-f]+=[0-9]{1,15}";

    static RecordCursor of(LinePicture line, Optional<String> text) {
        Map<String, Long> read = new TreeMap<>();
        if (text.isPresent()) {
            for (String part : text.get().split(",", -1)) {
                if (!part.matches(FORM)) {
                    throw Unanswerable.of(
                            Trouble.ILL_FORMED, "after", part, "no place in a log", "give next of the answer before");
                }
                read.put(part.substring(0, part.indexOf('=')), Long.parseLong(part.substring(part.indexOf('=') + 1)));
            }
        }
        return new RecordCursor(read);
    }

    /** Gives at most so many records from there on; what was read then. */
    RecordCursor read(Records records, LinePicture line, int most, Consumer<Held> sink) {
        Map<String, Long> after = new TreeMap<>(read);
        int left = most;
        for (Origin origin : line.sizes().keySet().stream()
                .sorted(java.util.Comparator.comparing(Origin::toString))
                .toList()) {
            String name = name(origin);
            long from = after.getOrDefault(name, 0L);
            long until = Math.min(Optional.ofNullable(line.sizes().get(origin)).orElse(0L), from + left);
            records.give(origin, from, until, sink);
            left -= (int) Math.max(0, until - from);
            after.put(name, Math.max(from, until));
        }
        return new RecordCursor(after);
    }

    /** What a log is called on its line: {@code BIRCH/main/1-0a1b2c3d}. */
    static String name(Origin origin) {
        return origin.party() + "/" + origin.lane() + "/" + origin.epoch();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        read.forEach((log, size) ->
                text.append(text.isEmpty() ? "" : ",").append(log).append('=').append(size));
        return text.toString();
    }
}
