package org.parley.node.config;

/**
 * One setting.
 *
 * @param section the table that it stands in
 * @param value what may stand there
 * @param written what the sample gives, in TOML: the usual value, or an example where there is none
 * @param hasUsual whether that holds without the setting
 * @param says what it means, in a sentence or two
 * @param <T> what is made of it
 */
record Key<T>(String section, String name, Value<T> value, String written, boolean hasUsual, String says) {
    /** A setting that has a value without being given. */
    static <T> Key<T> usual(String section, String name, Value<T> value, String written, String says) {
        return new Key<>(section, name, value, written, true, says);
    }

    /** A setting that there need not be. */
    static <T> Key<T> none(String section, String name, Value<T> value, String example, String says) {
        return new Key<>(section, name, value, example, false, says);
    }

    /** Section and name, as TOML writes them in one. */
    String path() {
        return section + "." + name;
    }
}
