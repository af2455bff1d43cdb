package org.parley.cli.desk;

import java.util.ArrayList;
import java.util.List;
import org.parley.cli.Exit;
import tools.jackson.databind.JsonNode;

/** What is shown of an answer: a table, and lines below it. */
final class Sheet {
    private final JsonNode answer;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int code = Exit.DONE;

    private Sheet(JsonNode answer, List<String> head) {
        this.answer = answer;
        this.head = head;
    }

    /** With these columns; without any it has lines alone. */
    static Sheet of(JsonNode answer, String... head) {
        return new Sheet(answer, List.of(head));
    }

    Sheet row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    Sheet note(String text) {
        notes.add(text);
        return this;
    }

    Sheet notes(List<String> more) {
        notes.addAll(more);
        return this;
    }

    Sheet code(int exit) {
        code = exit;
        return this;
    }

    /** Whether whoever looks sees the same; that something has become older is nothing new. */
    boolean shows(Sheet other) {
        return rows.equals(other.rows) && ageless(notes).equals(ageless(other.notes));
    }

    private static List<String> ageless(List<String> notes) {
        return notes.stream()
                .map(note -> note.replaceAll("[0-9]+ (s|min|h|days) (old|ago)", ""))
                .toList();
    }

    JsonNode answer() {
        return answer;
    }

    List<String> head() {
        return head;
    }

    List<List<String>> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }

    int code() {
        return code;
    }
}
