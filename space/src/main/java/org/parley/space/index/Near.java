package org.parley.space.index;

import org.parley.space.Activity;

/**
 * A volume near to what was asked about.
 *
 * @param activity whose volume
 * @param volume which of its volumes
 * @param metres geodesic distance between the footprints; 0 when they meet
 */
public record Near(Activity activity, int volume, double metres) {}
