/**
 * The vocabulary: what parties can say to each other on a line.
 *
 * <p>{@link org.parley.record.Kinds} is the catalogue: every kind of record, its mechanism, its {@linkplain
 * org.parley.record.form form}, what it asks of others. {@link org.parley.record.volume} puts space and time into bodies, {@link
 * org.parley.record.agreement} the terms of a line. {@link org.parley.record.entry} reads coordinates, heights and times as people write them.
 * {@link org.parley.record.phrase} is the phrase book: what parties and the screen say, in three languages. All of it is pure.
 */
@NullMarked
package org.parley.record;

import org.jspecify.annotations.NullMarked;
