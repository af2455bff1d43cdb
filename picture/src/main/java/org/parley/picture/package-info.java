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
 */
@NullMarked
package org.parley.picture;

import org.jspecify.annotations.NullMarked;
