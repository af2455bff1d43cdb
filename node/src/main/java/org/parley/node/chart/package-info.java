/** An operator's own map: tiles out of one file. */
@NullMarked
package org.parley.node.chart;

import org.jspecify.annotations.NullMarked;
