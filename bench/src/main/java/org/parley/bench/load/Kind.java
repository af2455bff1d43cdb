package org.parley.bench.load;

import java.util.Locale;

/** What sort of activity a feature of the load is, and its share of the load in percent. */
public enum Kind {
    /** Corridor of a drone: 200 m to 5 km long, 50 to 200 m wide, 30 to 120 m above the ground, 5 to 30 minutes. */
    DRONE(60),
    /** Corridor of an aircraft: 20 to 400 km long, a flight level, 1 to 3 hours. */
    AIRCRAFT(15),
    /** Route of a convoy: 5 to 100 km long, on the ground, 2 to 12 hours. */
    CONVOY(10),
    /** Circle around a site: radius 50 to 500 m, weeks. */
    SITE(10),
    /** Polygon of a zone: 5 to 50 km across, hours to days. */
    ZONE(5);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    /** Percent of the load. */
    public int share() {
        return share;
    }

    /** As in the property {@code kind} of a feature. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind at a place of 0 (included) to 100 (excluded) along the shares. */
    static Kind at(int percent) {
        int below = 0;
        for (Kind kind : values()) {
            below += kind.share;
            if (percent < below) {
                return kind;
            }
        }
        throw new IllegalArgumentException("percent: " + percent);
    }
}
