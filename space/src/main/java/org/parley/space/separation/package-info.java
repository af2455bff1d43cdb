/** The exact test: when two volumes conflict, and by how much they do not. */
@NullMarked
package org.parley.space.separation;

import org.jspecify.annotations.NullMarked;
