/** {@code parley check}: finds the conflicts among the activities in some files. */
@NullMarked
package org.parley.cli.check;

import org.jspecify.annotations.NullMarked;
