/** How the result of a check is written: for people, for programs, for maps. */
@NullMarked
package org.parley.cli.check.report;

import org.jspecify.annotations.NullMarked;
