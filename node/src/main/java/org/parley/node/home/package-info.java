/** What lies in a node's folder beside its database and its keys: who the node is, and where its peers are dialled. */
@NullMarked
package org.parley.node.home;

import org.jspecify.annotations.NullMarked;
