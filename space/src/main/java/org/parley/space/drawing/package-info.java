/**
 * Pictures of footprints and of where they meet, for maps. Nothing here decides anything: outlines are true to about a
 * metre or one percent, the answer to "do they conflict?" comes from {@code org.parley.space.separation} alone.
 *
 * <p>The only package of this module that uses JTS.
 */
@NullMarked
package org.parley.space.drawing;

import org.jspecify.annotations.NullMarked;
