/** What would end a conflict: later, higher or lower, sideways. */
@NullMarked
package org.parley.space.ending;

import org.jspecify.annotations.NullMarked;
