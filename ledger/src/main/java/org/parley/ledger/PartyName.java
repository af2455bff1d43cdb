package org.parley.ledger;

/** The code name of a party, as it is said on the line: BIRCH. Unique on a line. */
public record PartyName(String name) implements Comparable<PartyName> {
    private static final int LONGEST = 16;

    /** Any other form is an {@link IllegalArgumentException}. */
    public PartyName {
        if (!hasForm(name)) {
            throw new IllegalArgumentException(
                    "a party's name is a capital letter A to Z and up to 15 more capital letters or digits");
        }
    }

    private static boolean hasForm(String name) {
        boolean right = !name.isEmpty() && name.length() <= LONGEST && name.charAt(0) >= 'A';
        for (int i = 0; right && i < name.length(); i++) {
            char c = name.charAt(i);
            right = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return right;
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
