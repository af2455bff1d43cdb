/** The terms of a line as data: what an agreement says, and what holds where none is in force. */
@NullMarked
package org.parley.record.agreement;

import org.jspecify.annotations.NullMarked;
