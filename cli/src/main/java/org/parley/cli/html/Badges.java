package org.parley.cli.html;

import java.util.ArrayList;
import java.util.List;

/** Puts numbered badges beside their places so that none covers another. */
final class Badges {
    private static final int DIRECTIONS = 16;
    private static final int[] DISTANCES = {26, 40, 56, 74, 94, 120};
    private static final double TALL = 20;

    private final View view;
    private final List<double[]> taken = new ArrayList<>();

    Badges(View view) {
        this.view = view;
    }

    /** Keeps badges off a place. */
    void avoid(double x, double y) {
        taken.add(new double[] {x, y, 12, 12});
    }

    /** Keeps badges off a rectangle, given by its middle and size. */
    void reserve(double x, double y, double width, double height) {
        taken.add(new double[] {x, y, width, height});
    }

    /** The middle of a badge of a width for a place. */
    double[] place(double x, double y, double width) {
        for (int distance : DISTANCES) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * (i + 2) / DIRECTIONS;
                double atX = x + distance * Math.cos(angle);
                double atY = y - distance * Math.sin(angle);
                if (isFree(atX, atY, width)) {
                    taken.add(new double[] {atX, atY, width, TALL});
                    return new double[] {atX, atY};
                }
            }
        }
        return new double[] {x, y};
    }

    private boolean isFree(double x, double y, double width) {
        if (!view.shows(x - width / 2 - 2, y - TALL / 2 - 2) || !view.shows(x + width / 2 + 2, y + TALL / 2 + 2)) {
            return false;
        }
        return taken.stream()
                .noneMatch(box -> Math.abs(box[0] - x) < (box[2] + width) / 2 + 3
                        && Math.abs(box[1] - y) < (box[3] + TALL) / 2 + 3);
    }
}
