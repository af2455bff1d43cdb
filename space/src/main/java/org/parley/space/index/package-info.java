/**
 * The live index: volumes that come and go while they are asked.
 *
 * <pre>
 *   LiveIndex (one writer)                            Snapshot (any number of readers)
 *     insert ─▶ Fresh ── 2,048 of them ──┐              asks: Probe, the strip of a volume seen on a plane
 *     load   ───────────────▶ Splitting ─┴▶ Run           │
 *                             (arranges)     ├ Tree ◀──── │ 1  whose boxes does it meet?        Kernel: Vectors or Words
 *                                            ├ strips ◀── │ 2  whose window and band? whose footprint?
 *                                            └ slots ◀─── ┘ 3  which are still here? the few in doubt: ExactTest
 * </pre>
 *
 * <p>To read it: {@code Box} (what a volume takes in five dimensions), {@code Splitting} (how boxes are put
 * in order), {@code Tree}, {@code Frame} and {@code Kernel} (how those are found that a box meets), {@code Strip} and
 * {@code Probe} (how nearly all of these are decided), {@code Run}, {@code Fresh} and {@code LiveIndex} (how they come and go),
 * {@code Snapshot} (what can be asked).
 */
@NullMarked
package org.parley.space.index;

import org.jspecify.annotations.NullMarked;
