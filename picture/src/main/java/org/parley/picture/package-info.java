/**
 * The picture: what follows from the records and receipts of a line, asked at an instant.
 *
 * <pre>
 *   records ──▶ Dossier of each subject ──▶ Subject ──┬─▶ Conflicts (space)
 *   receipts ─▶ Stored ──────────────────────────────┘
 * </pre>
 *
 * <p>A {@link org.parley.picture.Fold} takes what comes, in any order that keeps each log's own, and gives a {@link
 * org.parley.picture.Picture}, which never changes. A subject is computed anew from all of its records whenever one comes, so
 * the order of arrival cannot matter.
 *
 * <p>{@code at T} is a question to a picture: the instant T, with all that is held now. {@code known at T} is another picture:
 * of what had come by T and nothing else ({@link org.parley.picture.KnownAt}). A fold reads no clock, so the first says the same
 * on every node; the second says what one node could know.
 */
@NullMarked
package org.parley.picture;

import org.jspecify.annotations.NullMarked;
