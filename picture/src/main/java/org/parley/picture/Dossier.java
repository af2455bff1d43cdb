package org.parley.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.Kind;
import org.parley.record.Mechanism;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Volume;

/** All records about one subject. From them, and from nothing else, follows what it is. */
final class Dossier {
    private static final Set<String> ENDS = Set.of("ended", "end-condition-met");

    private final Held first;
    private final Kind kind;
    private final NavigableMap<Held.Position, Held> records = new TreeMap<>();

    /** As long as no other version comes: reading volumes takes longer than all the rest. */
    private Optional<List<Version>> versions = Optional.empty();

    Dossier(Held first, Kind kind) {
        this.first = first;
        this.kind = kind;
        add(first);
    }

    /** The name of its subject. */
    String name() {
        return first.name();
    }

    PartyName owner() {
        return first.by();
    }

    Kind kind() {
        return kind;
    }

    /** All records, in their order. */
    Collection<Held> records() {
        return records.values();
    }

    /** When the last of its records was written, by its writer's clock. */
    long latest() {
        return records.values().stream()
                .mapToLong(record -> record.envelope().at())
                .max()
                .orElseThrow();
    }

    /** Whether anything of it was heard. */
    boolean isHeard() {
        return records.values().stream().anyMatch(Held::isHeard);
    }

    void add(Held record) {
        records.put(record.position(), record);
        if (record.kind().equals(kind.name())) {
            versions = Optional.empty();
        }
    }

    /** What follows from all of it, on a line of these members. */
    Subject subject(Set<PartyName> members) {
        List<Held> said = new ArrayList<>();
        List<Subject.StatusChange> statuses = new ArrayList<>();
        List<Subject.Answer> answers = new ArrayList<>();
        List<Subject.Answer> heard = new ArrayList<>();
        List<Held> concluded = new ArrayList<>();
        Set<String> adopted = new HashSet<>();
        List<Subject.Shown> shown = new ArrayList<>();
        List<Held> corrections = new ArrayList<>();
        List<Held> translations = new ArrayList<>();
        for (Held record : records.values()) {
            boolean owners = record.by().equals(first.by());
            String says = record.kind();
            if (owners && says.equals(kind.name())) {
                said.add(record);
            } else if ((owners || takesBack(record) || ends(record, members)) && says.equals("status")) {
                status(record, statuses);
            } else if (owners && says.equals("concluded")) {
                concluded.add(record);
            } else if (!owners && says.equals("presented")) {
                record.about().ifPresent(about -> shown.add(new Subject.Shown(record, about.record())));
            } else if (says.equals("correction") && isOfItsAuthor(record)) {
                corrections.add(record);
            } else if (says.equals("translation") && !record.isHeard()) {
                translations.add(record);
            } else if (!owners && says.equals("answer")) {
                answer(record, record.isHeard() ? heard : answers);
            } else if (says.equals("answer") && !record.isHeard()) {
                adopts(record).ifPresent(adopted::add);
            }
        }
        List<Version> all = versions.orElseGet(() -> versions(said));
        versions = Optional.of(all);
        Optional<Held> inForce = concluded.stream()
                .filter(record -> namesEveryAcceptance(record, answers, members))
                .findFirst();
        return new Subject(
                first.name(),
                kind,
                first.by(),
                all,
                statuses,
                answers,
                inForce,
                heard,
                adopted,
                shown,
                corrections,
                translations);
    }

    /** Who entered what it heard may say that it was wrong; nobody else but the party that was heard. */
    private boolean takesBack(Held record) {
        return first.isHeard()
                && record.writer().equals(first.writer())
                && record.text("status").filter("withdrawn"::equals).isPresent();
    }

    /** What is joint any of those may end who have a part in it, by its own word. */
    private boolean ends(Held record, Set<PartyName> members) {
        return kind.mechanism() == Mechanism.PROPOSAL
                && !record.isHeard()
                && members.contains(record.by())
                && record.text("status").filter(ENDS::contains).isPresent();
    }

    /** Whether what it corrects is its author's own: nobody corrects another. */
    private boolean isOfItsAuthor(Held correction) {
        return records.values().stream()
                .anyMatch(record -> record.by().equals(correction.by())
                        && correction.about().filter(record.ref()::equals).isPresent());
    }

    /** The heard record that the party which was heard makes its own. */
    private static Optional<String> adopts(Held record) {
        return record.text("says")
                .filter("adopted"::equals)
                .flatMap(says -> record.about().map(RecordRef::record));
    }

    /**
     * A version replaces the one that it names, if that is the current one: what is stale is void. Of two the owner's own
     * comes before one that was heard.
     */
    private List<Version> versions(List<Held> said) {
        List<Version> versions = new ArrayList<>();
        Optional<Held> next = Optional.of(first);
        while (next.isPresent()) {
            Held record = next.get();
            List<Volume> volumes = volumes(record);
            boolean inside = !versions.isEmpty()
                    && Inside.all(volumes, versions.getLast().volumes());
            versions.add(new Version(record, volumes, inside));
            next = said.stream()
                    .filter(other -> other.about().filter(record.ref()::equals).isPresent())
                    .min(Comparator.comparing(Held::isHeard).thenComparing(Held::position));
        }
        return versions;
    }

    /**
     * Whether a conclusion names an acceptance of each party that must accept, said in time, and all of them are here. Who is on
     * the line must accept, but for those whom the text names as something else than a member: nobody is bound by what others
     * agree on, and nobody agrees alone where others are.
     */
    private boolean namesEveryAcceptance(Held concluded, List<Subject.Answer> answers, Set<PartyName> members) {
        Set<PartyName> mustAccept = new HashSet<>(members);
        parties().forEach((party, as) -> {
            if (as.equals("member")) {
                mustAccept.add(party);
            } else {
                mustAccept.remove(party);
            }
        });
        mustAccept.remove(first.by());
        boolean alone = mustAccept.isEmpty() && members.size() > 1;
        long decideBy = first.moment("decideBy").orElse(Long.MAX_VALUE);
        List<RecordRef> named =
                concluded.list("acceptances").stream().map(RecordRef::of).toList();
        for (Subject.Answer answer : answers) {
            if (answer.says().equals("accepted")
                    && answer.record().envelope().at() <= decideBy
                    && named.contains(answer.record().ref())) {
                mustAccept.remove(answer.by());
            }
        }
        return kind.mechanism() == Mechanism.PROPOSAL && mustAccept.isEmpty() && !alone;
    }

    /** The parties that it names, and as what, where it names any: an agreement does. */
    private Map<PartyName, String> parties() {
        Map<PartyName, String> parties = new HashMap<>();
        if (kind.name().equals("agreement")) {
            first.list("parties").stream()
                    .map(Json::object)
                    .forEach(row -> parties.put(
                            new PartyName(row.require("party").text()),
                            row.require("as").text()));
        }
        return parties;
    }

    private static List<Volume> volumes(Held record) {
        return record.list("volumes").stream()
                .map(json -> StatedVolume.read(json.object()).volume())
                .toList();
    }

    private void status(Held record, List<Subject.StatusChange> statuses) {
        String status = record.text("status").orElse("");
        if (kind.statuses().contains(status)) {
            long at = record.moment("at").orElse(record.envelope().at());
            statuses.add(new Subject.StatusChange(record, status, at));
        }
    }

    private void answer(Held record, List<Subject.Answer> answers) {
        String says = record.text("says").orElse("");
        if (kind.answers().contains(says)) {
            record.about()
                    .ifPresent(about -> answers.add(new Subject.Answer(record, record.by(), about.record(), says)));
        }
    }
}
