/** Finds the conflicts among activities on all cores, and measures them. */
@NullMarked
package org.parley.cli.check.search;

import org.jspecify.annotations.NullMarked;
