/** When do two activities conflict? Exact, total, pure. */
@NullMarked
package org.parley.space;

import org.jspecify.annotations.NullMarked;
