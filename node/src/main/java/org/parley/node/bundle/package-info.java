/** Bundles of a node: all that it holds of a line in a file, and what came in such files taken in. */
@NullMarked
package org.parley.node.bundle;

import org.jspecify.annotations.NullMarked;
