package org.parley.ledger.canonical;

/**
 * Which code points a string may hold: those that Unicode 16 assigns or sets aside for private use. Surrogates are not among
 * them, nor the 66 noncharacters (U+FFFE, U+FDD0 and their like), which no version will ever assign and which RFC 7493 bars
 * from JSON as well. Every node must answer alike, hence the fixed version.
 */
final class Unicode16 {
    private Unicode16() {}

    static boolean allows(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.UNASSIGNED && type != Character.SURROGATE;
    }
}
