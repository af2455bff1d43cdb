/** {@code parley demo}: scenarios that nodes play, and real flights of two parties and where they came near each other. */
@NullMarked
package org.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
