/** Windows of time, half-open, in milliseconds. */
@NullMarked
package org.parley.space.window;

import org.jspecify.annotations.NullMarked;
