/** {@code parley demo}: real flights, two parties, and where they came near each other. */
@NullMarked
package org.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
