package org.parley.record.phrase;

import java.util.Optional;

/**
 * A field of a phrase.
 *
 * @param list the list whose words it takes, for {@link FieldType#WORD} and {@link FieldType#ROLE} alone
 * @param required whether the phrase cannot be said without it
 * @param readBack whether who receives it repeats it
 */
public record Field(String name, FieldType type, Optional<String> list, boolean required, boolean readBack) {}
