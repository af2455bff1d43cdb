/** Commands about nodes: they ask the process that serves a folder, or become it for a moment where that is right. */
@NullMarked
package org.parley.cli.node;

import org.jspecify.annotations.NullMarked;
