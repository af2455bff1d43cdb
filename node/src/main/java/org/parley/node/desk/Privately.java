package org.parley.node.desk;

import java.util.Set;

/** What is said to nobody: it lies on the line of this node alone, where the same log, search and proof serve it too. */
final class Privately {
    static final Set<String> KINDS = Set.of("draft", "look-up");

    private Privately() {}
}
