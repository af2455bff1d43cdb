/** Canonical JSON: RFC 8785 without fractions. One value has one form in bytes, and a reader takes no other. */
@NullMarked
package org.parley.ledger.canonical;

import org.jspecify.annotations.NullMarked;
