package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.ledger.words.Language;

/** Holds one text of a phrase against the phrase's fields, and collects what does not fit. */
final class MessageCheck {
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Words> lists;
    private final Language language;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private MessageCheck(List<Field> fields, Map<String, Words> lists, Language language) {
        fields.forEach(field -> this.fields.put(field.name(), field));
        this.lists = lists;
        this.language = language;
    }

    /** Every reason why this text may not stand in a book. */
    static List<String> problems(Message message, List<Field> fields, Map<String, Words> lists, Language language) {
        MessageCheck check = new MessageCheck(fields, lists, language);
        check.walk(message, Set.of());
        for (Field field : fields) {
            if (!check.said.contains(field.name())) {
                check.wrong.add("the field {" + field.name() + "} is missing");
            }
        }
        return check.wrong;
    }

    /** Walks a text in which these optional fields are known to have a value. */
    private void walk(Message message, Set<String> present) {
        for (Message.Part part : message.parts()) {
            switch (part) {
                case Message.Literal literal -> {}
                case Message.Argument(String name) -> argument(name, present);
                case Message.Plural plural -> plural(plural, present);
                case Message.Select select -> select(select, present);
            }
        }
    }

    private void argument(String name, Set<String> present) {
        Field field = fields.get(name);
        if (field == null) {
            wrong.add("there is no field {" + name + "}");
            return;
        }
        said.add(name);
        if (!field.required() && !present.contains(name)) {
            wrong.add("the optional field {" + name + "} stands outside a select that asks whether it is there");
        }
    }

    private void plural(Message.Plural plural, Set<String> present) {
        argument(plural.name(), present);
        Field field = fields.get(plural.name());
        if (field != null && field.type() != FieldType.COUNT) {
            wrong.add("{" + plural.name() + "} is no count and has no plural");
        }
        Set<String> needed = new TreeSet<>();
        Plurals.of(language).forEach(form -> needed.add(form.toString()));
        compare("plural of {" + plural.name() + "}", needed, plural.branches().keySet());
        plural.branches().values().forEach(branch -> walk(branch, present));
    }

    private void compare(String where, Set<String> needed, Set<String> found) {
        for (String form : needed) {
            if (!found.contains(form)) {
                wrong.add("the " + where + " lacks the form \"" + form + "\"");
            }
        }
        for (String form : new TreeSet<>(found)) {
            if (!needed.contains(form)) {
                wrong.add("the " + where + " has no form \"" + form + "\" in this language");
            }
        }
    }

    private void select(Message.Select select, Set<String> present) {
        Field field = fields.get(select.name());
        if (field == null) {
            wrong.add("there is no field {" + select.name() + "}");
            return;
        }
        keys(select, field, present);
        if (field.list().isPresent()) {
            said.add(select.name());
        }
        Set<String> within = new HashSet<>(present);
        within.add(select.name());
        select.branches().forEach((key, branch) -> walk(branch, key.equals(Message.ABSENT) ? present : within));
    }

    private void keys(Message.Select select, Field field, Set<String> present) {
        String where = "select of {" + select.name() + "}";
        Set<String> needed = new TreeSet<>(Set.of(Message.OTHER));
        boolean mayBeAbsent = !field.required() && !present.contains(field.name());
        if (mayBeAbsent) {
            needed.add(Message.ABSENT);
        }
        Set<String> found = select.branches().keySet();
        for (String key : needed) {
            if (!found.contains(key)) {
                wrong.add("the " + where + " lacks the branch \"" + key + "\"");
            }
        }
        for (String key : new TreeSet<>(found)) {
            if (!needed.contains(key) && !isWord(field, key)) {
                wrong.add("the " + where + " has a branch \"" + key + "\" that is never said");
            }
        }
    }

    private boolean isWord(Field field, String key) {
        return field.list()
                .map(lists::get)
                .filter(list -> list.member(key).isPresent())
                .isPresent();
    }
}
