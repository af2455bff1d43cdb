/** Two nodes that are served, and programs that ask them over HTTP: for {@code ./parley bench node}. */
@NullMarked
package org.parley.bench.served;

import org.jspecify.annotations.NullMarked;
