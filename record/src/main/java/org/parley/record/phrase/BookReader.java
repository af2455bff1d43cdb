package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.ledger.words.Language;
import org.parley.record.Precedence;
import org.parley.space.Problem;

/** Reads the lines of a book into {@link Draft}s, and every line that is none into a problem with its number. */
final class BookReader {
    static final String FIRST_LINE = "parley phrase book 1";

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[1-9][0-9]?");
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ID = Pattern.compile("W[1-9][0-9]?[a-z]?|form\\.[a-z][a-zA-Z0-9]*");

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String list = "";

    /** Whether the texts that come belong to the last draft, and not to one that was refused. */
    private boolean open;

    List<Draft> drafts() {
        return drafts;
    }

    List<Problem> problems() {
        return problems;
    }

    void read(String book) {
        String[] lines = book.split("\r?\n", -1);
        if (!lines[0].equals(FIRST_LINE)) {
            problem(1, lines[0], "a book begins with its format", "write \"" + FIRST_LINE + "\"");
        }
        for (int i = 1; i < lines.length; i++) {
            StringBuilder line = new StringBuilder(lines[i].stripTrailing());
            int number = i + 1;
            while (i + 1 < lines.length && lines[i + 1].startsWith("  ")) {
                line.append(' ').append(lines[++i].strip());
            }
            if (!line.isEmpty() && line.charAt(0) != '#') {
                line(number, line.toString());
            }
        }
    }

    private void line(int number, String line) {
        if (Isolates.hidesSomething(line)) {
            problem(
                    number,
                    line,
                    "it holds a character that is not seen",
                    "delete control characters and direction marks");
            return;
        }
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "label", "list", "word", "template", "phrase" -> head(number, line, List.of(words));
            case "field" -> field(number, line, words);
            case "en", "ru", "ar" -> text(number, line, Language.valueOf(words[0].toUpperCase(Locale.ROOT)));
            default -> problem(number, line, "it begins like no line of a book", "see the head of the shipped book");
        }
    }

    private void head(int number, String line, List<String> words) {
        Optional<Draft> draft = switch (words.getFirst()) {
            case "label" -> named(Draft.Kind.LABEL, number, words, "label.");
            case "list" -> named(Draft.Kind.LIST, number, words, "");
            case "word" -> list.isEmpty() ? Optional.empty() : named(Draft.Kind.WORD, number, words, list + ".");
            case "template" -> template(number, words);
            default -> phrase(number, words);
        };
        open = draft.isPresent();
        if (draft.isEmpty()) {
            list = "";
            problem(number, line, "it does not begin an entry", headForm(words.getFirst()));
            return;
        }
        drafts.add(draft.orElseThrow());
        list = switch (draft.orElseThrow().kind) {
            case LIST -> draft.orElseThrow().id;
            case WORD -> list;
            default -> "";
        };
    }

    private static Optional<Draft> named(Draft.Kind kind, int number, List<String> words, String prefix) {
        return words.size() == 2 && fits(NAME, words.get(1))
                ? Optional.of(new Draft(kind, number, prefix + words.get(1), words))
                : Optional.empty();
    }

    private static Optional<Draft> template(int number, List<String> words) {
        boolean right = words.size() == 4
                && fits(CODE, words.get(1))
                && fits(KIND, words.get(2))
                && Precedence.named(words.get(3)).isPresent();
        return right
                ? Optional.of(new Draft(Draft.Kind.TEMPLATE, number, Template.textId(words.get(1)), words))
                : Optional.empty();
    }

    private static Optional<Draft> phrase(int number, List<String> words) {
        return words.size() == 2 && fits(ID, words.get(1))
                ? Optional.of(new Draft(Draft.Kind.PHRASE, number, words.get(1), words))
                : Optional.empty();
    }

    private static String headForm(String word) {
        return switch (word) {
            case "template" -> "write \"template NT-1 activity ROUTINE\": code, kind of record, precedence";
            case "phrase" -> "write \"phrase W1\" or \"phrase form.circle\"";
            case "word" -> "write \"word radio\", under a list";
            default -> "write \"" + word + " place\": one name of letters and digits, the first a small letter";
        };
    }

    private void field(int number, String line, String[] words) {
        if (!open) {
            return;
        }
        Draft draft = drafts.getLast();
        boolean takesFields = draft.kind == Draft.Kind.TEMPLATE || draft.kind == Draft.Kind.PHRASE;
        Optional<Field> field = takesFields && draft.texts.isEmpty() ? field(words) : Optional.empty();
        if (field.isEmpty()) {
            problem(
                    number,
                    line,
                    "it is no field",
                    "write \"field place place required read-back\" under a template or phrase, above its texts");
        } else if (draft.fields.stream()
                .anyMatch(one -> one.name().equals(field.orElseThrow().name()))) {
            problem(number, line, "the field stands twice", "give it another name");
        } else if (draft.fields.size() == Limits.FIELDS) {
            problem(number, line, "a phrase has at most " + Limits.FIELDS + " fields", "make two of it");
        } else {
            draft.fields.add(field.orElseThrow());
        }
    }

    private static Optional<Field> field(String[] words) {
        boolean readBack = words.length == 5 && words[4].equals("read-back");
        boolean required = words.length > 3 && words[3].equals("required");
        boolean right = words.length == (readBack ? 5 : 4) && (required || words[3].equals("optional"));
        if (!right || !fits(NAME, words[1])) {
            return Optional.empty();
        }
        String type = words[2];
        String word = FieldType.WORD + ":";
        Optional<String> list = type.startsWith(word)
                ? Optional.of(type.substring(word.length()))
                : Optional.of(FieldType.ROLES).filter(roles -> type.equals(FieldType.ROLE.toString()));
        Optional<FieldType> known = type.startsWith(word)
                ? Optional.of(FieldType.WORD)
                : FieldType.named(type).filter(found -> found != FieldType.WORD);
        return known.map(found -> new Field(words[1], found, list, required, readBack));
    }

    private void text(int number, String line, Language language) {
        if (!open) {
            return;
        }
        Draft draft = drafts.getLast();
        String text = line.substring(2).strip();
        if (draft.kind == Draft.Kind.LIST) {
            problem(number, line, "a list has no text of its own", "write its words");
        } else if (text.isEmpty() || text.length() > Limits.PHRASE) {
            problem(number, line, "a text has 1 to " + Limits.PHRASE + " characters", "write it, or make two of it");
        } else if (draft.texts.putIfAbsent(language, new Draft.Text(text, number)) != null) {
            problem(number, line, "the text stands twice", "delete one of them");
        }
    }

    private static boolean fits(Pattern form, String name) {
        return name.length() <= Limits.NAME && form.matcher(name).matches();
    }

    private void problem(int number, String line, String reason, String wayOut) {
        problems.add(problemAt(number, line, reason, wayOut));
    }

    static Problem problemAt(int number, String line, String reason, String wayOut) {
        return new Problem("line " + number, line, reason, wayOut);
    }
}
