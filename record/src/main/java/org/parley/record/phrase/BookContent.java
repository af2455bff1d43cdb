package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.record.Precedence;

/** All that a book says, each sort in the order of its lines. */
record BookContent(List<Phrase> labels, List<Words> lists, List<Template> templates, List<Phrase> phrases) {
    BookContent {
        labels = List.copyOf(labels);
        lists = List.copyOf(lists);
        templates = List.copyOf(templates);
        phrases = List.copyOf(phrases);
    }

    /** The content of entries in which no problem was found. */
    static BookContent of(List<Draft> drafts, Map<String, Words> lists) {
        List<Phrase> labels = new ArrayList<>();
        List<Template> templates = new ArrayList<>();
        List<Phrase> phrases = new ArrayList<>();
        for (Draft draft : drafts) {
            switch (draft.kind) {
                case LABEL -> labels.add(draft.phrase());
                case TEMPLATE ->
                    templates.add(new Template(
                            draft.head.get(1),
                            draft.head.get(2),
                            Precedence.named(draft.head.get(3)).orElseThrow(),
                            draft.phrase()));
                case PHRASE -> phrases.add(draft.phrase());
                case LIST, WORD -> {}
            }
        }
        return new BookContent(labels, List.copyOf(lists.values()), templates, phrases);
    }

    List<Phrase> all() {
        List<Phrase> all = new ArrayList<>(labels);
        lists.stream().map(Words::members).flatMap(Collection::stream).forEach(all::add);
        templates.stream().map(Template::text).forEach(all::add);
        all.addAll(phrases);
        return all;
    }
}
