/** The pictures of a node's lines: its records and receipts, folded on a thread of their own as they become durable. */
@NullMarked
package org.parley.node.pictures;

import org.jspecify.annotations.NullMarked;
