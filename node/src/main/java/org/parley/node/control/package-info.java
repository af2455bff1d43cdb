/** The socket in a node's folder: requests and answers as canonical JSON, one a line, from commands to the running node. */
@NullMarked
package org.parley.node.control;

import org.jspecify.annotations.NullMarked;
