/** The `parley` command. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
