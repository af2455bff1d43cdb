/** Heights as people state them, and the bands that are compared. */
@NullMarked
package org.parley.space.height;

import org.jspecify.annotations.NullMarked;
