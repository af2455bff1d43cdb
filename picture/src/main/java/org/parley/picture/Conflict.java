package org.parley.picture;

import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.canonical.Json;

/**
 * A predicted loss of separation between the activities of two parties.
 *
 * @param id of the two subjects on their line: the same over amendments and agreements
 * @param a the name of the subject that comes first
 * @param b the name of the other
 */
public record Conflict(Hash id, String a, String b, Finding finding) {
    static Conflict of(LineId line, String a, String b, Finding finding) {
        Hash id = Sha256.of(Json.Obj.builder()
                .put("line", line.hex())
                .put("subjects", Json.of(List.of(Json.of(a), Json.of(b))))
                .build());
        return new Conflict(id, a, b, finding);
    }
}
