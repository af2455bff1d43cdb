package org.parley.ledger;

import java.util.regex.Pattern;

/** The code name of a party, as it is said on the line: BIRCH. Unique on a line. */
public record PartyName(String name) implements Comparable<PartyName> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{0,15}");

    /** Any other form is an {@link IllegalArgumentException}. */
    public PartyName {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a party's name is a capital letter A to Z and up to 15 more capital letters or digits");
        }
    }

    @Override
    public int compareTo(PartyName other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
