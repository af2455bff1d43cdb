/** Reads features from files, a stream and standard input, and turns them into volumes or into every reason why not. */
@NullMarked
package org.parley.cli.check.read;

import org.jspecify.annotations.NullMarked;
