/** Brute-force truth for separation, on GeographicLib alone: shares no line with the code that it checks. */
@NullMarked
package org.parley.space.oracle;

import org.jspecify.annotations.NullMarked;
