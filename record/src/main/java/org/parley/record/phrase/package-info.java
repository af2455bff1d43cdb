/**
 * The phrase book: what parties say to each other and what the screen says, as templates with typed fields, in English, Russian
 * and Arabic.
 *
 * <p>{@link org.parley.record.phrase.PhraseBook} is read from one text file, strictly; its hash is what an agreement names. A
 * {@link org.parley.record.phrase.Phrase} is filled with {@link org.parley.record.phrase.Value}s and then put into any of the
 * languages; {@link org.parley.record.phrase.Rendered} says which of its words no linguist has released.
 *
 * <p>Four decisions, each kept by a test:
 *
 * <ul>
 *   <li>Digits are Western in every language, the decimal sign is a point, and there is no sign between thousands; only plain
 *       counts may be Arabic-Indic, where a reader wants them. Nothing is rounded, but for ages.
 *   <li>A place has N, S, E, W in English and in Arabic, so that both desks read one string; in Russian с. ш., ю. ш., в. д.,
 *       з. д. Times look the same in all languages: UTC, the local time with its offset, the date-time group.
 *   <li>In Arabic every value stands in an isolate (U+2066 to U+2069, UAX 9), in which it keeps its own direction. In English
 *       and Russian only what holds a right-to-left letter does, so that the exact words of the screen stay exact.
 *   <li>Plurals follow CLDR; a text that lacks a form which its language needs is refused when the book is read.
 * </ul>
 */
@NullMarked
package org.parley.record.phrase;

import org.jspecify.annotations.NullMarked;
