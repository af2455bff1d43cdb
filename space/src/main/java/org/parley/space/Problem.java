package org.parley.space;

/**
 * One thing wrong, or worth a warning, with what was entered.
 *
 * @param field the field, as its author knows it ({@code radius}, {@code coordinates[0][17]})
 * @param value the value found, as text
 * @param reason why it is refused, with the limit
 * @param wayOut what to do about it
 */
public record Problem(String field, String value, String reason, String wayOut) {
    @Override
    public String toString() {
        return field + " " + value + ": " + reason + "; " + wayOut;
    }
}
