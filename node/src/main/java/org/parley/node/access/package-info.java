/**
 * Who may do what at this node: people with accounts and sessions, programs with tokens. {@link org.parley.node.access.Access}
 * is where it begins; the rest of the node sees a {@link org.parley.node.access.Caller}. Nothing here knows HTTP.
 *
 * <pre>
 *   name, password ─▶ Attempts ─▶ Passwords ─▶ Sessions ─┐
 *   token ───────────────────────────────────▶ Register ─┴─▶ Caller
 * </pre>
 *
 * <p>What is remembered is a {@link org.parley.node.access.Register}, which never changes: the next one is written to the
 * node's folder first, and counts then.
 */
@NullMarked
package org.parley.node.access;

import org.jspecify.annotations.NullMarked;
