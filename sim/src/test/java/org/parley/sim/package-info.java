/** What the simulator finds, that it finds what is planted, and that it finds it again. */
@NullMarked
package org.parley.sim;

import org.jspecify.annotations.NullMarked;
