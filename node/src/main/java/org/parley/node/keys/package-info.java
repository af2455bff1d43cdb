/** A node's secrets: how they are made, how they lie in its folder, and what they sign there. */
@NullMarked
package org.parley.node.keys;

import org.jspecify.annotations.NullMarked;
