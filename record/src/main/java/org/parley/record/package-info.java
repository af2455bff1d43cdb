/**
 * The vocabulary: what parties can say to each other on a line.
 *
 * <p>{@link org.parley.record.entry} reads coordinates, heights and times as people write them. All of it is pure.
 */
@NullMarked
package org.parley.record;

import org.jspecify.annotations.NullMarked;
