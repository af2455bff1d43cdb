/** Control lines: on which side a footprint lies, whether it crosses, and how far. */
@NullMarked
package org.parley.space.line;

import org.jspecify.annotations.NullMarked;
