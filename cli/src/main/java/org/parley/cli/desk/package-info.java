/** The commands of the desk: what a duty officer says and looks at, asked of the API of a node. */
@NullMarked
package org.parley.cli.desk;

import org.jspecify.annotations.NullMarked;
