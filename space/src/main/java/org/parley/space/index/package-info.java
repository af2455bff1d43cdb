/** The live index: volumes that come and go while they are asked. */
@NullMarked
package org.parley.space.index;

import org.jspecify.annotations.NullMarked;
