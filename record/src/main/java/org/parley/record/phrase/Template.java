package org.parley.record.phrase;

import java.util.List;
import org.parley.record.Precedence;

/**
 * A message that parties send each other.
 *
 * @param code as people say it: {@code NT-1}
 * @param kind the kind of record that it makes; which kinds there are is told elsewhere. {@code derived} is never sent
 * @param precedence what it has unless its author says otherwise
 * @param text what it says; its fields are the template's
 */
public record Template(String code, String kind, Precedence precedence, Phrase text) {
    /** The fields, in the order in which they are entered. */
    public List<Field> fields() {
        return text.fields();
    }

    /** Whether it is one of the safety calls, which wait for nobody (domain §2.4: their codes begin with SF). */
    public boolean isSafetyCall() {
        return code.startsWith("SF-");
    }

    static String textId(String code) {
        return code + ".text";
    }
}
