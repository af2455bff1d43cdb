/** The HTTP API of a node: what it answers to whom, before HTTP, and the server that carries it. */
@NullMarked
package org.parley.node.api;

import org.jspecify.annotations.NullMarked;
