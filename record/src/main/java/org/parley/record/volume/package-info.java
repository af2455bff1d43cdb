/**
 * Volumes in a body: whole numbers of 1e-7 degree, centimetre and millisecond, as their author entered them, from which every
 * reader makes the same footprint. Heights were converted once, by the author: readers use the band that is stated
 * (design: 3-separation).
 */
@NullMarked
package org.parley.record.volume;

import org.jspecify.annotations.NullMarked;
