/** Where logs are read for verification: a node's folder, a public face, a bundle, an exported proof. */
@NullMarked
package org.parley.cli.verify.read;

import org.jspecify.annotations.NullMarked;
