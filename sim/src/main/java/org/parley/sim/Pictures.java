package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Receipt;
import org.parley.picture.Breach;
import org.parley.picture.Conflict;
import org.parley.picture.Picture;
import org.parley.picture.Subject;

/**
 * Compares pictures. What a node folded as it came is what its disk gives from nothing, and nodes that hold the same have the
 * same picture.
 */
final class Pictures {
    /** A picture in words, and whose it is. */
    private record Seen(String by, List<String> told) {}

    private final World world;
    private final Consumer<String> breaks;

    Pictures(World world, Consumer<String> breaks) {
        this.world = world;
        this.breaks = breaks;
    }

    /** What a node folded through all that happened to it is what its disk gives. */
    void isAsFromNothing(Node node) {
        if (node.isUp() && !sharesNames(node)) {
            compare(
                    new Seen(node + " as it came", told(node.desk.picture())),
                    new Seen("from nothing", told(node.desk.fromNothing(Set.of()))));
        }
    }

    /** When all is quiet: each as from nothing, and all that hold the same as each other. */
    void sameEverywhere() {
        Map<Node, Set<Hash>> lacked = new HashMap<>();
        world.nodes().forEach(node -> lacked.put(node, lacking(node)));
        Set<Hash> erased = new HashSet<>();
        lacked.values().forEach(erased::addAll);
        world.nodes().forEach(this::isAsFromNothing);
        Map<String, Seen> first = new HashMap<>();
        for (Node node : world.nodes()) {
            boolean asItIs = erased.equals(lacked.get(node));
            Picture picture = asItIs ? node.desk.picture() : node.desk.fromNothing(erased);
            Seen seen = new Seen(node.toString(), told(picture));
            Seen like = first.computeIfAbsent(holdings(node), held -> seen);
            if (!sharesNames(node)) {
                compare(like, seen);
            }
        }
    }

    /**
     * Whether two records at a node may have one name: a party that lost its disk twice, while it could reach nobody, has two
     * epochs of one number. The picture goes by names, and cannot tell those records apart.
     */
    private static boolean sharesNames(Node node) {
        Set<String> names = new HashSet<>();
        return !node.disk.origins().stream().allMatch(origin -> names.add(origin.recordName(0)));
    }

    /** The first that one has and the other has not. */
    private void compare(Seen one, Seen other) {
        if (!one.told().equals(other.told())) {
            breaks.accept("PICTURE: " + one.by() + " has " + firstBeside(one.told(), other.told()) + ", " + other.by()
                    + " has " + firstBeside(other.told(), one.told()));
        }
    }

    private static String firstBeside(List<String> some, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return some.stream().filter(each -> !known.contains(each)).findFirst().orElse("nothing more");
    }

    /** The records of which a node has no body, though they have one. */
    private Set<Hash> lacking(Node node) {
        Set<Hash> lacking = new HashSet<>();
        for (Origin origin : node.disk.origins()) {
            List<Disk.StoredEntry> entries =
                    node.disk.entries(origin, 0, (int) Desk.counting(node.disk, origin), Long.MAX_VALUE);
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).body().isEmpty()) {
                    lacking.add(node.disk.leaf(origin, i));
                }
            }
        }
        return lacking;
    }

    /** The logs as far as they count, and the receipts. */
    private String holdings(Node node) {
        StringBuilder held = new StringBuilder();
        for (Origin origin : node.disk.origins()) {
            long size = Desk.counting(node.disk, origin);
            held.append(origin)
                    .append(' ')
                    .append(size == 0 ? "" : node.disk.leaf(origin, size - 1))
                    .append(' ');
            for (PartyName member : world.parties()) {
                held.append(Receipt.Tally.of(
                        node.disk.allReceipts(origin, member).stream().map(Receipt::place)));
            }
        }
        return held.toString();
    }

    /** A picture in words, and how the lines stand now. */
    private List<String> told(Picture picture) {
        List<String> told = new ArrayList<>();
        for (Subject subject : picture.subjects()) {
            told.add(words(subject));
            picture.duties(subject.name())
                    .forEach(duty -> told.add(subject.name() + " is owed " + duty + " " + duty.at(world.now())));
            picture.breaches(subject.name()).stream().map(Breach::toString).forEach(told::add);
        }
        for (Conflict conflict : picture.conflicts()) {
            told.add(conflict.a() + " " + conflict.b() + " " + conflict.id() + " "
                    + conflict.finding().hash() + " " + picture.stand(conflict));
        }
        picture.matches().forEach(match -> told.add(match.toString()));
        picture.agreement().ifPresent(terms -> told.add("in force " + terms.title()));
        lines(picture).forEach(told::add);
        told.sort(null);
        return told;
    }

    private Stream<String> lines(Picture picture) {
        return world.parties().stream()
                .flatMap(one -> world.parties().stream()
                        .filter(other -> !other.equals(one))
                        .map(other -> one + " to " + other + " " + picture.line(one, other, world.now())));
    }

    private static String words(Subject subject) {
        StringBuilder words = new StringBuilder(
                subject.name() + " " + subject.kind().name() + " of " + subject.owner() + " versions");
        subject.versions()
                .forEach(version ->
                        words.append(' ').append(version.record().name()).append(version.inside() ? "<" : ""));
        subject.statuses()
                .forEach(change -> words.append(' ')
                        .append(change.record().name())
                        .append(' ')
                        .append(change.status())
                        .append(change.at()));
        Stream.of(subject.answers(), subject.heard())
                .forEach(answers -> answers.forEach(answer -> words.append(' ')
                        .append(answer.record().name())
                        .append(' ')
                        .append(answer.by())
                        .append(' ')
                        .append(answer.says())
                        .append(' ')
                        .append(answer.about())));
        subject.shown()
                .forEach(shown -> words.append(" shown ").append(shown.record().name()));
        subject.corrections().forEach(record -> words.append(" corrected by ").append(record.name()));
        subject.adopted().stream()
                .sorted()
                .forEach(name -> words.append(" adopted ").append(name));
        subject.concluded().ifPresent(record -> words.append(" concluded by ").append(record.name()));
        return words.toString();
    }
}
