package org.parley.cli.check.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.space.height.HeightTerms;

/** Reads features for tests. */
final class Reading {
    final Plans plans;
    final List<String> told;

    private Reading(Plans plans, List<String> told) {
        this.plans = plans;
        this.told = told;
    }

    static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes));
    }

    static Reading of(InputStream in) {
        StringWriter err = new StringWriter();
        Complaints complaints = new Complaints(new PrintWriter(err));
        PlansReader reader = new PlansReader(HeightTerms.none(), false, complaints);
        reader.read(new Source("f", () -> in));
        complaints.finish();
        return new Reading(reader.plans(), err.toString().lines().toList());
    }

    List<String> errors() {
        return told.stream().filter(line -> line.startsWith("error: ")).toList();
    }

    static final String POINT = "{\"type\":\"Point\",\"coordinates\":[35,48]}";

    /** A feature whose activity has a name, and properties and a geometry to taste. */
    static String feature(String activity, String more, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"party\":\"A\",\"activity\":\"" + activity
                + "\",\"from\":\"2026-03-01T06:00:00Z\",\"until\":\"2026-03-01T07:00:00Z\",\"lower\":0,\"upper\":9"
                + (more.isEmpty() ? "" : "," + more) + "},\"geometry\":" + geometry + "}";
    }

    static String feature(String activity) {
        return feature(activity, "\"radius\":100", POINT);
    }
}
