package org.parley.space.footprint;

/** How the author of a geometry means the way from one vertex to the next. */
public enum Edges {
    /** Straight in longitude and latitude, as GeoJSON has it (RFC 7946, section 3.1.1). */
    PLANAR,
    /** The shortest geodesic on WGS 84, as ASTM F3548 has it. */
    GEODESIC
}
