package org.parley.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.parley.record.Kind;
import org.parley.record.agreement.Agreement;

/**
 * Something that a party, or parties together, have said and stand by: an activity, a site, a proposal, a call.
 *
 * @param name the name of its first record, by which it is known for good
 * @param versions all that were valid, the current one last
 * @param statuses what its owner said of it since, in that order
 * @param answers what others said of it, each party's in its own order
 * @param heard what others were heard saying of it: shown, and no answer
 * @param adopted the names of the heard records that the party which was heard has made its own
 * @param shown what the nodes of others say that they have shown to somebody
 * @param corrections of single fields, each by the author of what it corrects
 * @param translations of its words, each by a person of the party that released it, whosever the words are
 * @param concluded where it was proposed: its proposer's word that all have accepted, once it holds every acceptance
 */
public record Subject(
        String name,
        Kind kind,
        PartyName owner,
        List<Version> versions,
        List<StatusChange> statuses,
        List<Answer> answers,
        Optional<Held> concluded,
        List<Answer> heard,
        Set<String> adopted,
        List<Shown> shown,
        List<Held> corrections,
        List<Held> translations) {
    /** What its owner says of it, without a new version: started, stopped, withdrawn, … */
    public record StatusChange(Held record, String status, long at) {}

    /**
     * Another party's node has shown a record of it on a screen that somebody was at; it proves nothing of any person.
     *
     * @param about the name of that record
     */
    public record Shown(Held record, String about) {}

    /**
     * What another party says of a record of it.
     *
     * @param about the name of that record: a version or a status change
     */
    public record Answer(Held record, PartyName by, String about, String says) {
        /** Whether a person has taken note; what it thinks of it is another matter. */
        public boolean acknowledges() {
            return switch (says) {
                case "read", "read-back", "noted", "objected", "unable" -> true;
                default -> false;
            };
        }
    }

    public Subject {
        versions = List.copyOf(versions);
        statuses = List.copyOf(statuses);
        answers = List.copyOf(answers);
        heard = List.copyOf(heard);
        adopted = Set.copyOf(adopted);
        shown = List.copyOf(shown);
        corrections = List.copyOf(corrections);
        translations = List.copyOf(translations);
    }

    /** Whether its current version was heard, and its owner has not made that its own. */
    public boolean isHeard() {
        return current().record().isHeard()
                && !adopted.contains(current().record().name());
    }

    /** Whether it was proposed and is in force. */
    public boolean isConcluded() {
        return concluded.isPresent();
    }

    /** The parties that have accepted it; an acceptance stands until it is concluded. */
    public Set<PartyName> acceptedBy() {
        return answers.stream()
                .filter(answer -> answer.says().equals("accepted"))
                .map(Answer::by)
                .collect(Collectors.toSet());
    }

    /** Of those that must accept it, who has not: the members of its line, or the parties that it names as members itself. */
    public Set<PartyName> lacksAcceptanceOf(Set<PartyName> members) {
        Set<PartyName> lacking = new HashSet<>(parties().orElse(members));
        lacking.remove(owner);
        lacking.removeAll(acceptedBy());
        return lacking;
    }

    private Optional<Set<PartyName>> parties() {
        return kind.name().equals("agreement")
                ? versions.getFirst()
                        .record()
                        .says()
                        .map(body -> Set.copyOf(Agreement.read(body).members()))
                : Optional.empty();
    }

    /** The version that its owner stands by now. */
    public Version current() {
        return versions.getLast();
    }

    /** The planned end of an activity that its owner has neither stopped nor withdrawn; empty for all else. */
    OptionalLong runsUntil() {
        boolean over = last("stopped").isPresent() || last("withdrawn").isPresent();
        return over || !kind.name().equals("activity")
                ? OptionalLong.empty()
                : current().volumes().stream()
                        .mapToLong(volume -> volume.window().until())
                        .max();
    }

    /** Whether its owner has taken it back. */
    boolean isTakenBack() {
        return Stream.of("withdrawn", "recalled", "lifted")
                .anyMatch(status -> last(status).isPresent());
    }

    /** The last status change of this kind. */
    public Optional<StatusChange> last(String status) {
        return statuses.reversed().stream()
                .filter(change -> change.status().equals(status))
                .findFirst();
    }

    /** Whether a person of a party has acknowledged the record of this name; who entered what it heard has taken note. */
    boolean acknowledged(PartyName party, String record) {
        boolean entered = Stream.concat(
                        versions.stream().map(Version::record),
                        statuses.stream().map(StatusChange::record))
                .anyMatch(said -> said.name().equals(record) && said.writer().equals(party));
        return entered
                || answers.stream()
                        .anyMatch(answer ->
                                answer.by().equals(party) && answer.about().equals(record) && answer.acknowledges());
    }
}
