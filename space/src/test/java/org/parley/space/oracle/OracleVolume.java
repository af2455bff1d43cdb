package org.parley.space.oracle;

/**
 * A footprint with a closed height band and a half-open window.
 *
 * @param lowerCm lowest height in centimetres above the ellipsoid; {@link Long#MIN_VALUE} for none
 * @param upperCm highest height in centimetres above the ellipsoid; {@link Long#MAX_VALUE} for none
 * @param fromMs first millisecond
 * @param untilMs first millisecond after the window
 */
public record OracleVolume(OracleFootprint footprint, long lowerCm, long upperCm, long fromMs, long untilMs) {
    public OracleVolume {
        if (lowerCm > upperCm || fromMs >= untilMs) {
            throw new IllegalArgumentException(
                    "empty: " + lowerCm + ".." + upperCm + " cm, " + fromMs + ".." + untilMs + " ms");
        }
    }
}
