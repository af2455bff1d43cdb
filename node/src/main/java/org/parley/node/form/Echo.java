package org.parley.node.form;

import java.util.List;

/**
 * What was read from what somebody wrote, to be looked at by its author before anything is sent.
 *
 * @param field the field, as its author knows it: {@code volumes[0].lower}
 * @param given what was written
 * @param read what it was read as, one meaning in one or more forms: a place in all coordinate forms, a height in metres too
 */
public record Echo(String field, String given, List<String> read) {
    public Echo {
        read = List.copyOf(read);
    }
}
