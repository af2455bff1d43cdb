/** {@code parley simulate}: runs seeds of the simulator and tells what came of them. */
@NullMarked
package org.parley.cli.simulate;

import org.jspecify.annotations.NullMarked;
