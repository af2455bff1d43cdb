package org.parley.cli.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.space.Activity;
import org.parley.space.Volume;
import org.parley.space.drawing.Outline;
import org.parley.space.drawing.Sketch;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Vec;

/** One map: base, activities, conflicts with their numbers. */
final class MapPanel {
    /** Badges on one map; beyond that they would hide what they point at. */
    static final int MOST_BADGES = 60;

    /** Vertices of outlines drawn on one map: a page must open at once. */
    private static final int MOST_OUTLINES = 400;

    private final View view;
    private final String id;
    private final BaseLayers base;
    private final PartyStyles styles;
    private final Markup page;

    /** What lies beneath, read once. */
    record BaseLayers(List<BaseMap.Line> land, List<BaseMap.Line> borders) {}

    /** @param id unique on the page */
    MapPanel(View view, String id, BaseLayers base, PartyStyles styles, Markup page) {
        this.view = view;
        this.id = id;
        this.base = base;
        this.styles = styles;
        this.page = page;
    }

    void begin(String title, String description) {
        page.raw(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                view.width(), view.height(), id, id);
        page.raw("<title id=\"" + id + "-t\">").text(title).raw("</title><desc id=\"" + id + "-d\">");
        page.text(description).raw("</desc>");
        page.raw(
                "<defs><clipPath id=\"%s-c\"><rect width=\"%d\" height=\"%d\" rx=\"6\"/></clipPath></defs>",
                id, view.width(), view.height());
        page.raw("<g clip-path=\"url(#" + id + "-c)\">");
        page.raw("<rect class=\"sea\" width=\"%d\" height=\"%d\"/>", view.width(), view.height());
        Ground ground = new Ground(view);
        page.raw("<path class=\"land\" d=\"" + ground.land(base.land()) + "\"/>");
        page.raw("<path class=\"coast\" d=\"" + ground.lines(base.land(), true) + "\"/>");
        page.raw("<path class=\"borders\" d=\"" + ground.lines(base.borders(), false) + "\"/>");
        ground.graticule(page);
    }

    /** An activity as lines of its cores; circles as their outlines. */
    void activity(Activity activity, boolean inConflict, Predicate<Volume> wanted) {
        Shapes shapes = new Shapes(view);
        Optional<Vec> end = Optional.empty();
        for (Volume volume : activity.volumes()) {
            Chain chain = volume.footprint().chain();
            if (!wanted.test(volume) || !isNear(volume.footprint())) {
                continue;
            }
            if (chain.kind() == Chain.Kind.POINT) {
                circle(volume.footprint(), shapes);
            } else if (end.isPresent() && end.get().equals(chain.unit(0)) && chain.kind() == Chain.Kind.LINE) {
                for (int v = 1; v < chain.size(); v++) {
                    shapes.to(chain.unit(v), v + 1 == chain.size());
                }
            } else {
                shapes.core(chain);
            }
            end = Optional.of(chain.unit(chain.size() - 1));
        }
        if (!shapes.isEmpty()) {
            String look = styles.of(activity.id().party()).stroke();
            page.raw("<path class=\"track" + (inConflict ? "" : " faint") + "\" " + look + " d=\"" + shapes + "\"/>");
        }
    }

    /** A circle of less than two pixels says nothing that its number does not. */
    private void circle(Footprint footprint, Shapes shapes) {
        if (view.pixels(footprint.buffer() / 100.0) > 2) {
            shapes.rim(Outline.of(footprint));
        }
    }

    private boolean isNear(Footprint footprint) {
        Chain chain = footprint.chain();
        double slack = Math.max(view.width(), view.height()) / 2.0 + view.pixels(footprint.buffer() / 100.0);
        for (int v = 0; v < chain.size(); v++) {
            double x = view.px(chain.unit(v));
            double y = view.py(chain.unit(v));
            if (x > -slack && x < view.width() + slack && y > -slack && y < view.height() + slack) {
                return true;
            }
        }
        return chain.kind() == Chain.Kind.AREA;
    }

    /** The two volumes of each conflict, and where they meet. */
    void conflicts(List<Report.Conflict> conflicts, List<Integer> numbers) {
        numbers.stream().limit(MOST_OUTLINES).forEach(number -> {
            Report.Conflict conflict = conflicts.get(number);
            volume(conflict.volumeA(), conflict.a().party());
            volume(conflict.volumeB(), conflict.b().party());
        });
        numbers.stream()
                .limit(MOST_OUTLINES)
                .forEach(number -> place(conflicts.get(number).place()));
    }

    private void volume(Volume volume, String party) {
        Sketch outline = Outline.of(volume.footprint());
        String look = styles.of(party).stroke();
        page.raw("<path class=\"volume\" fill=\"" + styles.of(party).colour() + "\" d=\"" + path(outline) + "\"/>");
        page.raw("<path class=\"outline\" " + look + " d=\"" + new Shapes(view).rim(outline) + "\"/>");
    }

    private String path(Sketch sketch) {
        return new Shapes(view).sketch(sketch).toString();
    }

    private void place(Sketch place) {
        switch (place) {
            case Sketch.Polygons polygons -> {
                page.raw("<path class=\"place\" d=\"" + path(place) + "\"/>");
                page.raw("<path class=\"place-rim\" d=\"" + new Shapes(view).rim(place) + "\"/>");
            }
            case Sketch.Line line -> page.raw("<path class=\"gap\" d=\"" + path(place) + "\"/>");
            case Sketch.Point point -> {}
        }
    }

    /** Numbered badges, one for each label, each with a line to its place. */
    void badges(List<Label> labels) {
        Badges badges = new Badges(view);
        badges.reserve(100, 16, 200, 32);
        badges.reserve(view.width() - 85, view.height() - 20, 170, 40);
        List<Label> shown = labels.stream()
                .filter(label -> view.shows(view.px(label.at()), view.py(label.at())))
                .limit(MOST_BADGES)
                .toList();
        shown.forEach(label -> badges.avoid(view.px(label.at()), view.py(label.at())));
        for (Label label : shown) {
            double x = view.px(label.at());
            double y = view.py(label.at());
            double width = 12 + 7.4 * label.text().length();
            double[] at = badges.place(x, y, width);
            page.raw("<g class=\"badge\"><path d=\"M%s %sL%s %s\"/>", f(x), f(y), f(at[0]), f(at[1]));
            page.raw("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\"/>", f(x), f(y));
            page.raw(
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"20\" rx=\"10\"/>",
                    f(at[0] - width / 2), f(at[1] - 10), f(width));
            page.raw("<text x=\"%s\" y=\"%s\">", f(at[0]), f(at[1] + 4.5))
                    .text(label.text())
                    .raw("</text></g>");
        }
    }

    /** What a badge says and where it points. */
    record Label(String text, Vec at) {}

    /** A frame around what another map shows in more detail. */
    void frame(View other, String label) {
        StringBuilder path = new StringBuilder();
        double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (double[] corner : corners) {
            Vec at = other.at(corner[0] * other.width(), corner[1] * other.height());
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(f(view.px(at)))
                    .append(' ')
                    .append(f(view.py(at)));
        }
        Vec top = other.at(0, 0);
        page.raw("<path class=\"frame\" d=\"" + path + "Z\"/>");
        page.raw("<text class=\"frame-name\" x=\"%s\" y=\"%s\">", f(view.px(top)), f(view.py(top) - 4))
                .text(label)
                .raw("</text>");
    }

    void end(String name) {
        new Ground(view).scaleBar(page);
        if (!name.isEmpty()) {
            page.raw("<text class=\"map-name\" x=\"12\" y=\"22\">").text(name).raw("</text>");
        }
        page.raw(
                "</g><rect class=\"edge\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"6\"/></svg>",
                view.width() - 1, view.height() - 1);
    }

    private static String f(double value) {
        return Shapes.figure(value);
    }
}
