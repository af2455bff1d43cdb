/** The result of a check as one page that needs nothing else: map, table, and what it does not say. */
@NullMarked
package org.parley.cli.html;

import org.jspecify.annotations.NullMarked;
