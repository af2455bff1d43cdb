/**
 * Scenarios: scripts that real nodes play, each its own process, and what must then be read back from every one of them. Nothing
 * here decides about a record: all is said to the nodes and asked of them.
 */
@NullMarked
package org.parley.cli.scenario;

import org.jspecify.annotations.NullMarked;
