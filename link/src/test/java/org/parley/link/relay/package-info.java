/** A TCP relay that makes a network worse, for tests and benchmarks. */
@NullMarked
package org.parley.link.relay;

import org.jspecify.annotations.NullMarked;
