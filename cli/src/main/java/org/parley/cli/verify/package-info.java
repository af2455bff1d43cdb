/** {@code parley verify}: recomputes everything that a node, a public face or an export says. Shares nothing with the code that wrote it. */
@NullMarked
package org.parley.cli.verify;

import org.jspecify.annotations.NullMarked;
