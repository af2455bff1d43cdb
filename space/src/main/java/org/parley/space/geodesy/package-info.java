/** Places on the WGS 84 ellipsoid, geodesics between them, and the unit sphere on which most questions are decided. */
@NullMarked
package org.parley.space.geodesy;

import org.jspecify.annotations.NullMarked;
