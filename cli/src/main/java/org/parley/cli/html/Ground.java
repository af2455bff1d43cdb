package org.parley.cli.html;

import java.util.ArrayList;
import java.util.List;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/** Land, coast, borders and graticule of one view. */
final class Ground {
    /** What is smaller on the map is left out, in pixels: ten thousand islets are no help. */
    private static final double SPECK = 1.2;

    private static final double[] STEPS = {30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};

    private final View view;
    private double west = 720;
    private double east = -720;
    private double south = 90;
    private double north = -90;

    Ground(View view) {
        this.view = view;
        measure();
    }

    /** The longitudes and latitudes in view, and half as many more on each side. */
    private void measure() {
        Vec middle = view.at(view.width() / 2.0, view.height() / 2.0);
        double reference = Math.toDegrees(middle.lambda());
        int samples = 12;
        for (int i = 0; i <= samples; i++) {
            for (int j = 0; j <= samples; j++) {
                Vec at = view.at(view.width() * (2.0 * i / samples - 0.5), view.height() * (2.0 * j / samples - 0.5));
                double lon = reference + turned(Math.toDegrees(at.lambda()) - reference);
                west = Math.min(west, lon);
                east = Math.max(east, lon);
                south = Math.min(south, Math.toDegrees(at.phi()));
                north = Math.max(north, Math.toDegrees(at.phi()));
            }
        }
        boolean northPole = shows(new Vec(0, 0, 1));
        boolean southPole = shows(new Vec(0, 0, -1));
        north = northPole ? 90 : north;
        south = southPole ? -90 : south;
        if (northPole || southPole || view.projection() instanceof Projection.World) {
            west = -180;
            east = 180;
        }
    }

    private boolean shows(Vec at) {
        double px = view.px(at);
        double py = view.py(at);
        return view.shows((px + view.width() / 2.0) / 2, (py + view.height() / 2.0) / 2);
    }

    private static double turned(double degrees) {
        return degrees - 360 * Math.rint(degrees / 360);
    }

    /** Path data of the land, to be filled by the even-odd rule. */
    String land(List<BaseMap.Line> rings) {
        Shapes shapes = new Shapes(view);
        for (BaseMap.Line ring : rings) {
            for (int turn = -360; turn <= 360; turn += 360) {
                if (meets(ring, turn)) {
                    List<double[]> clipped = clipped(ring, turn);
                    shapes.begin();
                    clipped.forEach(at -> shapes.to(Projection.direction(at[0], at[1]), false));
                    if (!clipped.isEmpty()) {
                        shapes.close();
                    }
                }
            }
        }
        return shapes.toString();
    }

    /** Path data of lines, without the edges that are only cuts of the map itself. */
    String lines(List<BaseMap.Line> lines, boolean closed) {
        Shapes shapes = new Shapes(view);
        for (BaseMap.Line line : lines) {
            for (int turn = -360; turn <= 360; turn += 360) {
                if (meets(line, turn)) {
                    stroke(line, turn, closed, shapes);
                }
            }
        }
        return shapes.toString();
    }

    private void stroke(BaseMap.Line line, int turn, boolean closed, Shapes shapes) {
        boolean drawing = false;
        for (int i = 1; i < line.points() + (closed ? 1 : 0); i++) {
            int to = i % line.points();
            boolean wanted = !isCut(line, i - 1, to) && near(line, i - 1, to, turn);
            if (wanted && !drawing) {
                shapes.begin();
                shapes.to(Projection.direction(line.longitude(i - 1), line.latitude(i - 1)), true);
            }
            if (wanted) {
                shapes.to(Projection.direction(line.longitude(to), line.latitude(to)), false);
            }
            drawing = wanted;
        }
    }

    private static boolean isCut(BaseMap.Line line, int from, int to) {
        boolean along180 = Math.abs(line.longitude(from)) == 180 && line.longitude(from) == line.longitude(to);
        return along180 || (line.latitude(from) == -90 && line.latitude(to) == -90);
    }

    private boolean near(BaseMap.Line line, int from, int to, int turn) {
        double lon0 = line.longitude(from) + turn;
        double lon1 = line.longitude(to) + turn;
        double lat0 = line.latitude(from);
        double lat1 = line.latitude(to);
        return Math.max(lon0, lon1) >= west
                && Math.min(lon0, lon1) <= east
                && Math.max(lat0, lat1) >= south
                && Math.min(lat0, lat1) <= north;
    }

    private boolean meets(BaseMap.Line line, int turn) {
        boolean speck = view.pixels(Math.toRadians(line.size()) * Ellipsoid.A) < SPECK;
        return !speck && line.meets(west - turn, east - turn, south, north);
    }

    /** Sutherland and Hodgman: one side of the rectangle after the other; the seams run outside the view. */
    private List<double[]> clipped(BaseMap.Line ring, int turn) {
        List<double[]> points = new ArrayList<>(ring.points());
        for (int i = 0; i < ring.points(); i++) {
            points.add(new double[] {ring.longitude(i) + turn, ring.latitude(i)});
        }
        points = side(points, 0, west, 1);
        points = side(points, 0, east, -1);
        points = side(points, 1, south, 1);
        return side(points, 1, north, -1);
    }

    private static List<double[]> side(List<double[]> points, int axis, double limit, int sign) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] from = points.get(i == 0 ? points.size() - 1 : i - 1);
            double[] to = points.get(i);
            boolean fromIn = sign * (from[axis] - limit) >= 0;
            boolean toIn = sign * (to[axis] - limit) >= 0;
            if (fromIn != toIn) {
                double t = (limit - from[axis]) / (to[axis] - from[axis]);
                kept.add(new double[] {from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])});
            }
            if (toIn) {
                kept.add(to);
            }
        }
        return kept;
    }

    /** Meridians and parallels with their degrees. */
    void graticule(Markup page) {
        Vec middle = view.at(view.width() / 2.0, view.height() / 2.0);
        double shown = Math.toDegrees(view.height() / view.scale());
        double step = step(shown, view.height() / 220.0);
        double cos = Math.max(0.02, Math.sqrt(1 - middle.z() * middle.z()));
        double wide = Math.toDegrees(view.width() / view.scale()) / cos;
        double lonStep = step(wide, view.width() / 220.0);
        page.raw("<g class=\"graticule\" aria-hidden=\"true\">");
        for (double lat = step * Math.ceil(south / step); lat <= north; lat += step) {
            if (Math.abs(lat) < 90) {
                line(page, west, lat, (east - west) / 60, 0, degrees(lat, "N", "S", step), true);
            }
        }
        for (double lon = lonStep * Math.ceil(west / lonStep); lon <= east; lon += lonStep) {
            line(page, lon, south, 0, (north - south) / 60, degrees(turned(lon), "E", "W", lonStep), false);
        }
        page.raw("</g>");
    }

    private void line(Markup page, double lon, double lat, double dLon, double dLat, String label, boolean parallel) {
        Shapes shapes = new Shapes(view);
        shapes.begin();
        double labelX = -1;
        double labelY = -1;
        for (int i = 0; i <= 60; i++) {
            Vec at = Projection.direction(lon + i * dLon, lat + i * dLat);
            shapes.to(at, false);
            if (labelX < 0 && view.shows(view.px(at), view.py(at))) {
                labelX = parallel ? 5 : view.px(at) + 3;
                labelY = parallel ? view.py(at) - 3 : view.height() - 5;
            }
        }
        page.raw("<path d=\"" + shapes + "\"/>");
        boolean roundPole = !parallel && east - west >= 360 && !(view.projection() instanceof Projection.World);
        boolean corner = roundPole
                || (parallel ? labelY < 14 || labelY > view.height() - 24 : labelX < 40 || labelX > view.width() - 190);
        if (labelX >= 0 && !corner) {
            page.raw("<text x=\"%s\" y=\"%s\">%s</text>", Shapes.figure(labelX), Shapes.figure(labelY), label);
        }
    }

    /** The widest round step that fits so often into what is shown. */
    private static double step(double shown, double times) {
        for (double step : STEPS) {
            if (shown / step >= times) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static String degrees(double value, String positive, String negative, double step) {
        int digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
        String form = "%." + digits + "f°";
        String side = Math.abs(value) < step / 2 ? "" : value > 0 ? positive : negative;
        return String.format(java.util.Locale.ROOT, form, Math.abs(value)) + (side.isEmpty() ? "" : " " + side);
    }

    /** A bar of a round length. */
    void scaleBar(Markup page) {
        double most = 130 * view.metresPerPixel();
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = most / power >= 5 ? 5 * power : most / power >= 2 ? 2 * power : power;
        double pixels = view.pixels(metres);
        String label = metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
        double right = view.width() - 14;
        double y = view.height() - 16;
        page.raw(
                "<g class=\"scale\"><path d=\"M%s %sv5h%sv-5\"/>",
                Shapes.figure(right - pixels), Shapes.figure(y), Shapes.figure(pixels));
        page.raw(
                "<text x=\"%s\" y=\"%s\">%s</text></g>",
                Shapes.figure(right - pixels / 2), Shapes.figure(y + 1), label);
    }
}
