package org.parley.node.form;

import java.util.Collection;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Refuses names that nobody knows: a field that is misspelt would be dropped in silence. */
final class Names {
    private Names() {}

    /** @param within what stands before the names, {@code volumes[2].} say */
    static void check(JsonNode object, Collection<String> known, String within, Findings findings) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String wayOut = Nearest.of(name, known)
                        .map(near -> "write " + near)
                        .orElseGet(() -> "known are " + String.join(", ", new TreeSet<>(known)));
                findings.wrong(within + OutsideJson.brief(name), object.path(name), "there is no such field", wayOut);
            }
        }
    }
}
