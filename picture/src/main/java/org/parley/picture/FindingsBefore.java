package org.parley.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.record.Mechanism;

/**
 * The findings of a picture without what came after some sizes of its logs, and as if every member held all that is left. What
 * is at rest has none; of the rest only those subjects are worked out again that change: of which something came later, or of
 * which an old plan counts for want of a receipt.
 */
final class FindingsBefore {
    private final Picture picture;
    private final Picture.Parts parts;
    private final Map<Origin, Long> sizes;
    private final List<Held> later;
    private final Follows follows;

    FindingsBefore(Picture picture, Map<Origin, Long> sizes, List<Held> later) {
        this.picture = picture;
        this.parts = picture.parts();
        this.sizes = sizes;
        this.later = later;
        this.follows = new Follows(parts.line(), held(), parts.agreements(), parts.measures());
    }

    private Stored held() {
        Stored all = new Stored();
        for (Origin log : sizes.keySet()) {
            for (PartyName member : parts.line().members()) {
                all.take(log, member, sizes.get(log), 0);
            }
        }
        return all;
    }

    /** All of them; empty where what came later cannot be taken out one by one. */
    Optional<Stream<Finding>> findings() {
        if (!later.stream().allMatch(this::comesOut) || hasWaited()) {
            return Optional.empty();
        }
        Map<String, Optional<Plan>> changed = changed();
        Stream<Conflict> same = picture.conflicts().stream()
                .filter(conflict -> !changed.containsKey(conflict.a()) && !changed.containsKey(conflict.b()));
        List<Plan> others = changed.values().stream().flatMap(Optional::stream).toList();
        return Optional.of(Stream.concat(
                same.map(Conflict::finding),
                meetings(others, name -> !changed.containsKey(name)).map(Meeting::finding)));
    }

    /** Whether a record comes out by itself: terms change everything, and so does a party that was heard first. */
    private boolean comesOut(Held record) {
        return parts.line().members().contains(record.by())
                && picture.subject(record.name())
                        .filter(subject -> subject.kind().name().equals("agreement")
                                || (takesSpace(subject) && isOfHearsay(subject)))
                        .isEmpty();
    }

    private static boolean isOfHearsay(Subject subject) {
        return !subject.heard().isEmpty()
                || !subject.adopted().isEmpty()
                || subject.versions().stream()
                        .anyMatch(version -> version.record().isHeard());
    }

    private static boolean takesSpace(Subject subject) {
        return Follows.TAKE_SPACE.contains(subject.kind().name());
    }

    /**
     * Whether anything that takes space may have waited then for a record that came later: a notice about another's subject,
     * which waits for what it is about, which may have waited itself.
     */
    private boolean hasWaited() {
        Set<String> waited = later.stream().map(Held::name).collect(Collectors.toSet());
        later.forEach(record -> picture.subject(record.name()).ifPresent(subject -> waited.add(subject.name())));
        List<Subject> apart = picture.subjects().stream()
                .filter(subject -> subject.kind().mechanism() == Mechanism.NOTICE
                        && first(subject).about().isPresent())
                .toList();
        int before;
        do {
            before = waited.size();
            apart.stream().filter(subject -> waits(subject, waited)).forEach(subject -> waited.add(subject.name()));
        } while (waited.size() > before);
        return apart.stream().anyMatch(subject -> takesSpace(subject) && waits(subject, waited));
    }

    private boolean waits(Subject subject, Set<String> waited) {
        String about = first(subject).about().orElseThrow().record();
        return waited.contains(about)
                || picture.subject(about)
                        .map(Subject::name)
                        .filter(waited::contains)
                        .isPresent();
    }

    private static Held first(Subject subject) {
        return subject.versions().getFirst().record();
    }

    private Stream<Subject> spacious() {
        return Follows.TAKE_SPACE.stream().flatMap(kind -> picture.subjects(kind).stream());
    }

    /** What counts of those of which something else did then, by name. */
    private Map<String, Optional<Plan>> changed() {
        Map<String, Optional<Plan>> changed = new HashMap<>();
        for (Held record : later) {
            picture.subject(record.name())
                    .filter(FindingsBefore::takesSpace)
                    .filter(subject -> !changed.containsKey(subject.name()))
                    .ifPresent(subject ->
                            changed.put(subject.name(), before(subject).flatMap(follows::plan)));
        }
        spacious()
                .filter(subject -> subject.versions().size() > 1 && !changed.containsKey(subject.name()))
                .forEach(subject -> {
                    Optional<Plan> plan = follows.plan(subject);
                    if (!plan.equals(parts.plans().byName().get(subject.name()))) {
                        changed.put(subject.name(), plan);
                    }
                });
        return changed;
    }

    /** A subject without what came later of it; empty where nothing is left of it. */
    private Optional<Subject> before(Subject subject) {
        List<Held> left = records(subject)
                .filter(record -> record.index() < sizes.getOrDefault(record.origin(), 0L))
                .sorted(Comparator.comparing(Held::position))
                .toList();
        return Fold.family(parts.plans().line(), parts, left).subject(subject.name());
    }

    private static Stream<Held> records(Subject subject) {
        return Stream.of(
                        subject.versions().stream().map(Version::record),
                        subject.statuses().stream().map(Subject.StatusChange::record),
                        subject.answers().stream().map(Subject.Answer::record),
                        subject.shown().stream().map(Subject.Shown::record),
                        subject.corrections().stream(),
                        subject.translations().stream())
                .flatMap(records -> records);
    }

    /** Where plans meet such of the picture, or each other: of two the nearest. */
    private Stream<Meeting> meetings(List<Plan> plans, Predicate<String> with) {
        List<Meeting> all = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            parts.plans().meetings(plan).forEach((name, meeting) -> {
                if (with.test(name)) {
                    all.add(meeting);
                }
            });
            plans.subList(0, i).stream()
                    .map(other -> parts.plans().meetings(plan, other))
                    .map(Collection::stream)
                    .flatMap(meetings -> meetings.reduce(Meeting::nearer).stream())
                    .forEach(all::add);
        }
        return all.stream();
    }
}
