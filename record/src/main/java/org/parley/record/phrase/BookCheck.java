package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.ledger.words.Language;
import org.parley.space.Problem;

/** Holds the entries of a book against each other, and reads their texts. */
final class BookCheck {
    private final List<Draft> drafts;
    private final List<Problem> problems;
    private final Map<String, Words> lists = new LinkedHashMap<>();
    private final Set<String> labels = new HashSet<>();
    private final Map<String, Map<Language, Message>> messages = new HashMap<>();

    BookCheck(List<Draft> drafts, List<Problem> problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    /** The texts of every phrase, by its id; whole only if no problem was found. */
    Map<String, Map<Language, Message>> messages() {
        return messages;
    }

    Map<String, Words> lists() {
        return lists;
    }

    void check() {
        duplicates();
        gatherLists();
        drafts.forEach(this::check);
        Map<String, Draft> byId = new HashMap<>();
        drafts.forEach(draft -> byId.putIfAbsent(draft.id, draft));
        for (Form form : Form.values()) {
            needed(form, byId);
        }
    }

    private void duplicates() {
        Map<String, Integer> first = new HashMap<>();
        for (Draft draft : drafts) {
            Integer before = first.putIfAbsent(draft.id, draft.line);
            if (before != null) {
                problem(draft, draft.id, "it stands on line " + before + " too", "give it another name, or delete it");
            }
        }
    }

    private void gatherLists() {
        Map<String, List<Phrase>> members = new LinkedHashMap<>();
        String list = "";
        for (Draft draft : drafts) {
            if (draft.kind == Draft.Kind.LIST) {
                list = draft.id;
                members.putIfAbsent(list, new ArrayList<>());
            } else if (draft.kind == Draft.Kind.WORD) {
                members.getOrDefault(list, new ArrayList<>()).add(draft.phrase());
            } else if (draft.kind == Draft.Kind.LABEL) {
                labels.add(draft.head.get(1));
            }
        }
        members.forEach((name, words) -> lists.put(name, new Words(name, words)));
        for (Language language : Language.values()) {
            String word = language.name().toLowerCase(Locale.ROOT);
            if (lists.getOrDefault("language", new Words("", List.of()))
                    .member(word)
                    .isEmpty()) {
                problems.add(BookReader.problemAt(1, word, "the list \"language\" lacks it", "add it with its texts"));
            }
        }
    }

    private void check(Draft draft) {
        if (draft.kind == Draft.Kind.LIST) {
            int size = lists.getOrDefault(draft.id, new Words("", List.of()))
                    .members()
                    .size();
            if (size == 0 || size > Limits.WORDS) {
                problem(draft, draft.id, "a list has 1 to " + Limits.WORDS + " words", "add or delete some");
            }
            return;
        }
        draft.fields.forEach(field -> field(draft, field));
        Map<Language, Message> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Draft.Text text = draft.texts.get(language);
            if (text == null) {
                problem(draft, draft.id, "its text in " + language + " is missing", "write it");
            } else {
                text(draft, language, text, read);
            }
        }
        messages.putIfAbsent(draft.id, read);
    }

    private void field(Draft draft, Field field) {
        if (field.list().filter(list -> !lists.containsKey(list)).isPresent()) {
            problem(
                    draft,
                    field.name(),
                    "there is no list \"" + field.list().orElse("") + "\"",
                    "add it, or name another");
        }
        if (draft.kind == Draft.Kind.TEMPLATE && !labels.contains(field.name())) {
            problem(
                    draft,
                    field.name(),
                    "the field has no name that people read",
                    "add \"label " + field.name() + "\"");
        }
    }

    private void text(Draft draft, Language language, Draft.Text text, Map<Language, Message> read) {
        try {
            Message message = MessageParser.parse(text.text());
            read.put(language, message);
            for (String wrong : MessageCheck.problems(message, draft.fields, lists, language)) {
                problems.add(BookReader.problemAt(text.line(), draft.id, wrong, "mend the text in " + language));
            }
        } catch (MessageParser.Malformed e) {
            problems.add(BookReader.problemAt(text.line(), draft.id, e.why(), "mend the text in " + language));
        }
    }

    private void needed(Form form, Map<String, Draft> byId) {
        Draft draft = byId.get(form.id());
        if (draft == null) {
            problems.add(BookReader.problemAt(
                    1, form.id(), "the phrase is missing", "add it with the fields " + form.fields()));
        } else if (!draft.fields.stream().map(Field::name).toList().equals(form.fields())) {
            problem(draft, form.id(), "its fields differ", "give it the fields " + form.fields());
        }
    }

    private void problem(Draft draft, String value, String reason, String wayOut) {
        problems.add(BookReader.problemAt(draft.line, value, reason, wayOut));
    }
}
