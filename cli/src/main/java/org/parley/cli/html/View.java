package org.parley.cli.html;

import java.util.List;
import org.parley.space.Volume;
import org.parley.space.drawing.Sketch;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * A window on the earth, in pixels.
 *
 * @param scale pixels per radius of the earth
 * @param x of the middle, on the projection's plane
 * @param y of the middle
 */
record View(Projection projection, int width, int height, double scale, double x, double y) {
    private static final double EARTH = Ellipsoid.A;

    double px(Vec at) {
        return width / 2.0 + (projection.x(at) - x) * scale;
    }

    double py(Vec at) {
        return height / 2.0 - (projection.y(at) - y) * scale;
    }

    /** The direction shown at a pixel. */
    Vec at(double px, double py) {
        return projection.at(x + (px - width / 2.0) / scale, y - (py - height / 2.0) / scale);
    }

    boolean shows(double px, double py) {
        return px >= 0 && px <= width && py >= 0 && py <= height;
    }

    /** Pixels for a length in metres. */
    double pixels(double metres) {
        return metres / EARTH * scale;
    }

    /** Metres that a pixel shows, near the middle. */
    double metresPerPixel() {
        return EARTH / scale;
    }

    /** Gathers what a view must show. */
    static final class Frame {
        private final double[] low = {2, 2, 2};
        private final double[] high = {-2, -2, -2};
        private final java.util.ArrayList<Vec> points = new java.util.ArrayList<>();
        private double buffer;

        void add(Vec at) {
            double[] xyz = {at.x(), at.y(), at.z()};
            for (int i = 0; i < 3; i++) {
                low[i] = Math.min(low[i], xyz[i]);
                high[i] = Math.max(high[i], xyz[i]);
            }
            points.add(at);
        }

        void add(Volume volume) {
            Chain chain = volume.footprint().chain();
            int stride = 1 + chain.size() / 200;
            for (int v = 0; v < chain.size(); v += stride) {
                add(chain.unit(v));
            }
            buffer = Math.max(buffer, volume.footprint().buffer() / 100.0 / EARTH);
        }

        void add(Sketch place) {
            Shapes.positions(place).forEach(at -> add(Projection.direction(at.longitude(), at.latitude())));
        }

        boolean isEmpty() {
            return points.isEmpty();
        }

        private Vec middle() {
            Vec middle = new Vec((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2);
            return middle.length() < 1e-6 ? new Vec(1, 0, 0) : middle.unit();
        }

        /** The view of so many pixels that shows everything, at least {@code least} metres wide. */
        View view(int width, int height, double least) {
            Vec middle = middle();
            double far = points.stream()
                    .mapToDouble(at -> at.minus(middle).length())
                    .max()
                    .orElse(0);
            Projection projection = Projection.around(middle, far + buffer);
            double[] box = box(projection, points);
            double margin = 1.16;
            double wide = Math.max(least / EARTH, margin * (box[2] - box[0] + 2 * buffer));
            double tall = Math.max(least / EARTH * height / width, margin * (box[3] - box[1] + 2 * buffer));
            double scale = Math.min(width / wide, height / tall);
            return new View(projection, width, height, scale, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
        }

        private static double[] box(Projection projection, List<Vec> points) {
            double[] box = {9, 9, -9, -9};
            for (Vec at : points) {
                box[0] = Math.min(box[0], projection.x(at));
                box[1] = Math.min(box[1], projection.y(at));
                box[2] = Math.max(box[2], projection.x(at));
                box[3] = Math.max(box[3], projection.y(at));
            }
            return box;
        }
    }
}
