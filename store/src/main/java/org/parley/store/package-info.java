/** A node's folder and its database: durable commits, the high-water mark, the token of a clean stop, scrub, backup. */
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
