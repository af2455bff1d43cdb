/** Who computes signatures on this machine: the fastest provider that is there and that gives the right answers. */
@NullMarked
package org.parley.node.crypto;

import org.jspecify.annotations.NullMarked;
