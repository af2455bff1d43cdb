package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.node.Node;
import org.parley.node.access.Access;
import org.parley.node.alarm.Watch;
import org.parley.node.chart.Chart;
import org.parley.node.config.Config;
import org.parley.node.desk.Desk;
import org.parley.node.form.Forms;
import org.parley.node.pairing.Pairings;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Pictures;

/** What the API is an entrance to. */
record Rooms(
        Node node,
        Pictures pictures,
        Desk desk,
        Access access,
        Forms forms,
        Events events,
        Watch watch,
        Config config,
        Pairings pairings,
        Optional<Chart> chart) {
    /** The line of this node whose name begins so. */
    LinePicture line(Map<String, String> named) {
        String prefix = Optional.ofNullable(named.get("line")).orElseThrow();
        List<LinePicture> found = pictures.all().stream()
                .filter(line -> line.line().hex().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw Unanswerable.of(
                    Trouble.NOT_HERE,
                    "line",
                    prefix,
                    found.isEmpty() ? "no line begins so" : found.size() + " lines begin so",
                    "GET /api/v1/lines names them");
        }
        return found.getFirst();
    }

    /** The line of this node alone. */
    LineId privateLine() {
        return node.identity().privateLine();
    }

    long now() {
        return node.options().clock().millis();
    }
}
