/**
 * The settings of a node: {@code parley.toml} in its folder. {@link org.parley.node.config.Config} is what they say; {@link
 * org.parley.node.config.Keys} declares each of them once, and the sample and docs/config.md are printed from there.
 */
@NullMarked
package org.parley.node.config;

import org.jspecify.annotations.NullMarked;
