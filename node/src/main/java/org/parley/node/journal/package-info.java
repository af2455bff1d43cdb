/** What a node tells those who run it, one line for each happening, without secrets and without what people said. */
@NullMarked
package org.parley.node.journal;

import org.jspecify.annotations.NullMarked;
