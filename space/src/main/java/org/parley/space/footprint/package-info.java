/** Footprints: what an activity covers on the ground, entered, cut and quantised once, then the truth. */
@NullMarked
package org.parley.space.footprint;

import org.jspecify.annotations.NullMarked;
