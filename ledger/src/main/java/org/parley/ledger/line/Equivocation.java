package org.parley.ledger.line;

import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;

/**
 * A self-contained proof that a log showed two faces: two signed heads, and that the tree of the larger has another root at
 * the smaller's size than the smaller's head says.
 *
 * @param smaller a signed head
 * @param larger a signed head of the same origin, of the same size or larger
 * @param rootAtSmaller the root that the tree of {@code larger} has at the size of {@code smaller}
 * @param proof consistency proof from {@code rootAtSmaller} to {@code larger}; empty where the sizes are equal
 */
public record Equivocation(Origin origin, Bytes smaller, Bytes larger, Hash rootAtSmaller, List<Hash> proof) {}
