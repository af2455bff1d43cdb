/** Six words of English, Russian or Arabic, by which two officers compare a line id over a bad telephone. */
@NullMarked
package org.parley.ledger.words;

import org.jspecify.annotations.NullMarked;
