package org.parley.record.entry;

/** The forms in which people write a place. */
public enum CoordinateForm {
    /** Degrees with decimals: {@code 35.02N 40.62E}. */
    DD,
    /** Degrees, minutes with decimals: {@code 35 01.2N 40 37.2E}. */
    DDM,
    /** Degrees, minutes, seconds: {@code 35°01'12"N 40°37'12"E}. */
    DMS,
    /** Digits without a gap, as in NOTAMs: {@code 350112N0403712E}, {@code 3501N04037E}. */
    PACKED,
    /** Military Grid Reference System: {@code 37S DV 12345 67890}. */
    MGRS,
    /** Universal Transverse Mercator: {@code 37 north 412345 3876543}. */
    UTM,
    /** Universal Polar Stereographic: {@code UPS north 2012345 1987654}. */
    UPS
}
