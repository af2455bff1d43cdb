/** The line protocol, held against docs/formats.md and the design by one who does not trust the code. */
@NullMarked
package org.parley.ledger.line;

import org.jspecify.annotations.NullMarked;
