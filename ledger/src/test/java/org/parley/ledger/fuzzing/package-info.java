/** What fuzz tests of this module and of those that use it have in common. */
@NullMarked
package org.parley.ledger.fuzzing;

import org.jspecify.annotations.NullMarked;
