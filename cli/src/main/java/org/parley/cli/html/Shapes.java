package org.parley.cli.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.space.drawing.Sketch;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Vec;

/** Path data of SVG for what lies in a view; points nearer than about half a pixel to the last are left out. */
final class Shapes {
    private static final double NEAR = 0.6;

    /** Outside the view a course need only pass on the right side of it. */
    private static final double NEAR_OUTSIDE = 25;

    private static final double MARGIN = 60;

    /** Coordinates far outside are brought nearer: browsers lose their way in millions of pixels. */
    private static final double FAR = 20_000;

    private final View view;
    private final StringBuilder path = new StringBuilder();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Shapes(View view) {
        this.view = view;
    }

    static List<Sketch.Position> positions(Sketch sketch) {
        List<Sketch.Position> all = new ArrayList<>();
        switch (sketch) {
            case Sketch.Point point -> all.add(point.at());
            case Sketch.Line line -> line.pieces().forEach(all::addAll);
            case Sketch.Polygons polygons ->
                polygons.polygons().forEach(polygon -> polygon.rings().forEach(all::addAll));
        }
        return all;
    }

    /** Begins a line; the next point is drawn wherever it lies. */
    void begin() {
        lastX = Double.NaN;
    }

    /** Adds a point; {@code last} points are never left out. */
    void to(Vec at, boolean last) {
        double x = Math.max(-FAR, Math.min(FAR, view.px(at)));
        double y = Math.max(-FAR, Math.min(FAR, view.py(at)));
        boolean turned = view.projection() instanceof Projection.World && Math.abs(x - lastX) > view.pixels(2e7);
        if (Double.isNaN(lastX) || turned) {
            point('M', x, y);
            return;
        }
        boolean outside = x < -MARGIN || y < -MARGIN || x > view.width() + MARGIN || y > view.height() + MARGIN;
        double near = outside ? NEAR_OUTSIDE : NEAR;
        if (last || Math.abs(x - lastX) >= near || Math.abs(y - lastY) >= near) {
            point('L', x, y);
        }
    }

    private void point(char command, double x, double y) {
        path.append(command).append(figure(x)).append(' ').append(figure(y));
        lastX = x;
        lastY = y;
    }

    void close() {
        path.append('Z');
    }

    /** The core of a footprint: its line, its rings, or nothing for a point. */
    Shapes core(Chain chain) {
        for (int part = 0; part < chain.parts() && chain.kind() != Chain.Kind.POINT; part++) {
            begin();
            for (int v = chain.partStart(part); v < chain.partStart(part + 1); v++) {
                to(chain.unit(v), v + 1 == chain.partStart(part + 1));
            }
        }
        return this;
    }

    Shapes sketch(Sketch sketch) {
        switch (sketch) {
            case Sketch.Point point -> {}
            case Sketch.Line line -> line.pieces().forEach(this::course);
            case Sketch.Polygons polygons ->
                polygons.polygons()
                        .forEach(polygon -> polygon.rings().forEach(ring -> {
                            course(ring);
                            close();
                        }));
        }
        return this;
    }

    /** The outline of a sketch without the edges along which it was only cut: at the antimeridian and to a pole. */
    Shapes rim(Sketch sketch) {
        if (!(sketch instanceof Sketch.Polygons polygons)) {
            return sketch(sketch);
        }
        polygons.polygons()
                .forEach(polygon -> polygon.rings().forEach(ring -> {
                    begin();
                    for (int i = 0; i < ring.size(); i++) {
                        if (i > 0 && isCut(ring.get(i - 1), ring.get(i))) {
                            begin();
                        }
                        to(
                                Projection.direction(
                                        ring.get(i).longitude(), ring.get(i).latitude()),
                                i + 1 == ring.size());
                    }
                }));
        return this;
    }

    private static boolean isCut(Sketch.Position from, Sketch.Position to) {
        boolean along180 = Math.abs(from.longitude()) == 180 && from.longitude() == to.longitude();
        return along180 || (Math.abs(from.latitude()) == 90 && from.latitude() == to.latitude());
    }

    private void course(List<Sketch.Position> positions) {
        begin();
        for (int i = 0; i < positions.size(); i++) {
            Sketch.Position at = positions.get(i);
            to(Projection.direction(at.longitude(), at.latitude()), i + 1 == positions.size());
        }
    }

    boolean isEmpty() {
        return path.isEmpty();
    }

    static String figure(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    /** The path data. */
    @Override
    public String toString() {
        return path.toString();
    }
}
