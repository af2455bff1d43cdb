package org.parley.node.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import org.parley.node.pictures.Chronicle;
import org.parley.picture.Metrics;
import tools.jackson.databind.node.ObjectNode;

/** How figures of a line are shown: times in seconds. */
final class MetricView {
    private MetricView() {}

    static ObjectNode metrics(Metrics metrics) {
        ObjectNode view = View.object();
        ObjectNode counts = view.putObject("counts");
        metrics.counts().forEach((count, number) -> counts.put(View.word(count), number));
        kept(view.putObject("duties"), metrics.duties());
        kept(view.putObject("acknowledgements"), metrics.acknowledgements());
        Metrics.Spread given = metrics.noticeGiven();
        ObjectNode notice = view.putObject("noticeGiven").put("of", given.of());
        seconds(notice, "p5", given.p5());
        seconds(notice, "median", given.median());
        return view.put("suspended", BigDecimal.valueOf(metrics.suspended(), 3));
    }

    /** What this node alone saw since it was started. */
    static ObjectNode since(Chronicle.Figures since) {
        ObjectNode view = View.object();
        ObjectNode conflicts = view.putObject("conflicts")
                .put("found", since.found())
                .put("ended", since.ended())
                .put("begun", since.begun());
        seconds(conflicts, "lead", since.lead());
        ObjectNode silences = view.putObject("silences");
        since.silences()
                .forEach((peer, silence) -> silences.putObject(peer.name())
                        .put("longest", BigDecimal.valueOf(silence.longest(), 3))
                        .put("missed", silence.missed()));
        return view;
    }

    private static void kept(ObjectNode view, Map<String, Metrics.Kept> all) {
        all.forEach((what, kept) -> {
            ObjectNode of = view.putObject(what)
                    .put("owed", kept.owed())
                    .put("met", kept.met())
                    .put("inTime", kept.inTime());
            seconds(of, "median", kept.median());
            seconds(of, "p95", kept.p95());
        });
    }

    private static void seconds(ObjectNode view, String name, OptionalLong millis) {
        millis.ifPresent(of -> view.put(name, BigDecimal.valueOf(of, 3)));
    }
}
