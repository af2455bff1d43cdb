/** Whether a machine and a folder are fit for a node, and what to do where they are not. */
@NullMarked
package org.parley.node.doctor;

import org.jspecify.annotations.NullMarked;
