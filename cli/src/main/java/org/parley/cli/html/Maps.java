package org.parley.cli.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.drawing.Sketch;
import org.parley.space.geodesy.Vec;

/** The maps of a page: one of all conflicts and their activities, and one of each group of conflicts that is small on it. */
final class Maps {
    /** Activities drawn; the rest is counted and said. */
    static final int MOST_ACTIVITIES = 2_000;

    private static final int WIDE = 816;
    private static final int TALL = 612;
    private static final int INSET = 400;
    private static final int HALF = 299;

    /** With more activities than this their lines are drawn thinner. */
    private static final int MANY = 150;

    /** Two fit beside the large map, three below it. */
    private static final int MOST_INSETS = 5;

    /** On the map of a group only what happened around its conflicts is drawn: milliseconds before and after. */
    private static final long AROUND = 900_000;

    /** A map of a group shows it at least so many times larger. */
    private static final double LARGER = 2.5;

    /** No map shows less than this many metres. */
    private static final double LEAST = 3_000;

    private final Report report;
    private final PartyStyles styles;
    private final Markup page;
    private final List<Vec> places;
    private final Set<ActivityId> inConflict = new HashSet<>();
    private final List<Activity> drawn;
    private final MapPanel.BaseLayers base = new MapPanel.BaseLayers(BaseMap.land(), BaseMap.borders());

    Maps(Report report, PartyStyles styles, Markup page) {
        this.report = report;
        this.styles = styles;
        this.page = page;
        this.places =
                report.conflicts().stream().map(one -> middle(one.place())).toList();
        report.conflicts().forEach(one -> inConflict.addAll(List.of(one.a(), one.b())));
        this.drawn = Stream.concat(
                        report.activities().stream().filter(one -> inConflict.contains(one.id())),
                        report.activities().stream().filter(one -> !inConflict.contains(one.id())))
                .limit(MOST_ACTIVITIES)
                .toList();
    }

    static Vec middle(Sketch place) {
        Vec sum = new Vec(0, 0, 0);
        for (Sketch.Position at : Shapes.positions(place)) {
            sum = sum.plus(Projection.direction(at.longitude(), at.latitude()));
        }
        return sum.unit();
    }

    /** How many activities are not on the map. */
    int left() {
        return report.activities().size() - drawn.size();
    }

    /** Writes the maps, with the legend in what room they leave. */
    void write(Runnable legend) {
        if (report.activities().isEmpty()) {
            return;
        }
        List<View> insets = new ArrayList<>();
        List<Clusters.Cluster> clusters = clusters();
        boolean tall = clusters.size() == 1;
        for (Clusters.Cluster cluster : clusters.subList(0, Math.min(MOST_INSETS, clusters.size()))) {
            insets.add(inset(cluster, tall ? TALL : HALF));
        }
        View overview = overview(clusters.isEmpty());
        page.raw("<div class=\"maps" + (clusters.isEmpty() ? "" : " split of" + insets.size())
                + (drawn.size() > MANY ? " dense" : "") + "\">");
        page.raw("<figure class=\"overview\">");
        overview(overview, clusters, insets);
        page.raw("</figure>");
        for (int i = 0; i < insets.size(); i++) {
            page.raw("<figure>");
            detail(insets.get(i), clusters.get(i), i);
            page.raw("</figure>");
        }
        legend.run();
        page.raw("</div>");
    }

    /** The groups of conflicts, as far as their own maps would show more than the large one does. */
    private List<Clusters.Cluster> clusters() {
        if (places.isEmpty()) {
            return List.of();
        }
        View whole = overview(false);
        double farthest = whole.metresPerPixel() * WIDE / 10;
        double step = LEAST;
        List<Clusters.Cluster> clusters = Clusters.of(places, step);
        while (clusters.size() > MOST_INSETS && step < farthest) {
            step *= 1.5;
            clusters = Clusters.of(places, step);
        }
        boolean larger = clusters.stream()
                .limit(MOST_INSETS)
                .anyMatch(cluster -> inset(cluster, HALF).scale() > LARGER * whole.scale());
        return larger ? clusters : List.of();
    }

    private View overview(boolean alone) {
        View.Frame frame = new View.Frame();
        for (Activity activity : drawn) {
            if (inConflict.isEmpty() || inConflict.contains(activity.id())) {
                activity.volumes().forEach(frame::add);
            }
        }
        report.conflicts().forEach(one -> frame.add(one.place()));
        return frame.view(alone ? WIDE + INSET + 14 : WIDE, TALL, LEAST);
    }

    private View inset(Clusters.Cluster cluster, int height) {
        View.Frame frame = new View.Frame();
        for (int number : cluster.numbers()) {
            Report.Conflict conflict = report.conflicts().get(number);
            frame.add(conflict.volumeA());
            frame.add(conflict.volumeB());
            frame.add(conflict.place());
        }
        return frame.view(INSET, height, LEAST);
    }

    private void overview(View view, List<Clusters.Cluster> clusters, List<View> insets) {
        MapPanel panel = new MapPanel(view, "map", base, styles, page);
        List<Integer> all = IntStream.range(0, places.size()).boxed().toList();
        panel.begin(
                "Map of the activities and their conflicts",
                "All conflicts of this map are in the table below, with the same numbers.");
        drawn.forEach(activity -> {
            if (!inConflict.contains(activity.id())) {
                panel.activity(activity, inConflict.isEmpty(), volume -> true);
            }
        });
        drawn.forEach(activity -> {
            if (inConflict.contains(activity.id())) {
                panel.activity(activity, true, volume -> true);
            }
        });
        if (clusters.isEmpty()) {
            panel.conflicts(report.conflicts(), all);
            panel.badges(all.stream().map(this::label).toList());
        } else {
            for (int i = 0; i < insets.size(); i++) {
                if (view.pixels(insets.get(i).metresPerPixel() * INSET) > 14) {
                    panel.frame(insets.get(i), "");
                }
            }
            panel.badges(clusters.stream().map(this::label).toList());
        }
        panel.end("");
    }

    private void detail(View view, Clusters.Cluster cluster, int number) {
        MapPanel panel = new MapPanel(view, "map" + (number + 1), base, styles, page);
        panel.begin(
                "Map of " + (cluster.numbers().size() == 1 ? "conflict " : "conflicts ") + list(cluster),
                "The volumes that conflict, and where they meet; the figures are in the table below.");
        Set<ActivityId> here = cluster.numbers().stream()
                .map(report.conflicts()::get)
                .flatMap(one -> Stream.of(one.a(), one.b()))
                .collect(Collectors.toSet());
        drawn.forEach(
                activity -> panel.activity(activity, here.contains(activity.id()), volume -> around(volume, cluster)));
        panel.conflicts(report.conflicts(), cluster.numbers());
        panel.badges(cluster.numbers().stream().map(this::label).toList());
        panel.end((cluster.numbers().size() == 1 ? "Conflict " : "Conflicts ") + list(cluster));
    }

    private boolean around(Volume volume, Clusters.Cluster cluster) {
        return cluster.numbers().stream()
                .limit(Clusters.MOST_ASKED)
                .map(report.conflicts()::get)
                .anyMatch(conflict -> volume.window().near(conflict.volumeA().window(), AROUND)
                        || volume.window().near(conflict.volumeB().window(), AROUND));
    }

    private MapPanel.Label label(int number) {
        return new MapPanel.Label(String.valueOf(number + 1), places.get(number));
    }

    private MapPanel.Label label(Clusters.Cluster cluster) {
        Vec sum = new Vec(0, 0, 0);
        for (int number : cluster.numbers()) {
            sum = sum.plus(places.get(number));
        }
        return new MapPanel.Label(list(cluster), sum.unit());
    }

    /** Numbers as ranges: 1–4, 7. Long lists end with how many more there are. */
    static String list(Clusters.Cluster cluster) {
        List<Integer> numbers = cluster.numbers();
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                int first = numbers.get(from) + 1;
                int last = numbers.get(i - 1) + 1;
                ranges.add(first == last ? "" + first : first + (last == first + 1 ? ", " : "–") + last);
                from = i;
            }
        }
        int most = 4;
        return ranges.size() <= most ? String.join(", ", ranges) : String.join(", ", ranges.subList(0, most)) + " …";
    }
}
