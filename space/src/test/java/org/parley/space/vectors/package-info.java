/** The published vectors of separation: what writes them, and the test that reads them. Format: {@code docs/vectors}. */
@NullMarked
package org.parley.space.vectors;

import org.jspecify.annotations.NullMarked;
