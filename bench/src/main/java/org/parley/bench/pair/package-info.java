/** Two nodes in processes of their own, and what drives and measures them. */
@NullMarked
package org.parley.bench.pair;

import org.jspecify.annotations.NullMarked;
