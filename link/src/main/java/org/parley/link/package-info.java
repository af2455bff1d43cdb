/**
 * Carries frames between nodes and knows nothing of what they mean.
 *
 * <p>{@link org.parley.link.Links} listens and dials; a {@link org.parley.link.Link} is two TLS connections to one peer; the
 * node is its {@link org.parley.link.Carrier}. A {@link org.parley.link.Bundle} is the same frames in a file, and a {@link
 * org.parley.link.FolderBearer} brings bundles through a directory.
 */
@NullMarked
package org.parley.link;

import org.jspecify.annotations.NullMarked;
