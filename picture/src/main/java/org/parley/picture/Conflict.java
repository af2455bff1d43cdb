package org.parley.picture;

import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/**
 * A predicted loss of separation between the activities of two parties.
 *
 * @param id of the two subjects on their line: the same over amendments and agreements
 * @param a the name of the subject that comes first
 * @param b the name of the other
 */
public record Conflict(Hash id, String a, String b, Finding finding) {
    /** How far the parties are with it. */
    public enum Stand {
        /** Nobody has proposed anything that is still open. */
        OPEN,
        /** Somebody has, and nobody has declined. */
        PROPOSED,
        /** They agreed on what changes, and it is not changed yet. */
        AGREED_NOT_DONE,
        /** Both have signed that they accept it as it is, or better. */
        ACCEPTED_RISK
    }

    /** The name of the other subject. */
    public String otherThan(String subject) {
        return a.equals(subject) ? b : a;
    }

    static Conflict of(LineId line, String a, String b, Finding finding) {
        return new Conflict(id(line, a, b), a, b, finding);
    }

    /** What names the conflict of two subjects, the first by name first, whether they are in conflict or not. */
    static Hash id(LineId line, String a, String b) {
        return Canonical.hash(Json.Obj.builder()
                .put("line", line.hex())
                .put("subjects", Json.of(List.of(Json.of(a), Json.of(b))))
                .build());
    }
}
