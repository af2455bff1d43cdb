/** Activities as they were flown: rows of reported positions into volumes that hold every one of them. */
@NullMarked
package org.parley.cli.tracks;

import org.jspecify.annotations.NullMarked;
