package org.parley.sim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.ConflictRef;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.line.Draft;
import org.parley.picture.Conflict;
import org.parley.picture.Picture;
import org.parley.picture.Subject;
import org.parley.record.Kinds;
import org.parley.record.Mechanism;

/**
 * A person at a node, who says one thing more of what the screen shows. The screen may be an old one: then what is amended was
 * amended before, and what is answered is no longer current.
 */
final class Officer {
    /** A party without a node, that is heard by telephone. */
    private static final PartyName OUTSIDER = new PartyName("EMBER");

    /** So many plans of its own a party follows; then it says more of those. */
    private static final int PLANS = 6;

    private final World world;
    private final Node node;
    private final SplittableRandom random;
    private final Bodies bodies;
    private final Picture screen;
    private final List<Subject> subjects;

    Officer(World world, Node node) {
        this.world = world;
        this.node = node;
        this.random = world.random();
        this.bodies = new Bodies(random, world.now());
        this.screen = node.desk.screen(random.nextBoolean());
        this.subjects = screen.subjects().stream()
                .sorted(Comparator.comparing(Subject::name))
                .toList();
    }

    /** One record, by chance. What waits for the parties one after the other is gone on with first. */
    void speaks() {
        Optional<Subject> open = any(this::waitsForUs);
        if (open.isPresent() && random.nextInt(3) == 0) {
            goesOn(open.get());
            return;
        }
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> plans();
            case 3, 4 -> amends();
            case 5, 6 -> ofOwn();
            case 7, 8, 9 -> answers();
            case 10 ->
                says("agreement", inForce().map(About.class::cast), Lane.MAIN, bodies.agreement(world.parties()));
            case 11 -> settles();
            case 12, 13 -> safety();
            case 14 -> hears();
            default -> besides();
        }
    }

    // --- what is there

    private boolean isOwn(Subject subject) {
        return subject.owner().equals(node.party);
    }

    private Optional<Subject> any(Predicate<Subject> which) {
        return any(subjects.stream().filter(which).toList());
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private boolean isPlan(Subject subject) {
        return isOwn(subject)
                && subject.kind().name().equals("activity")
                && subject.current().record().says().isPresent()
                && Stream.of("stopped", "withdrawn")
                        .allMatch(over -> subject.last(over).isEmpty());
    }

    private static RecordRef current(Subject subject) {
        return subject.current().record().ref();
    }

    // --- what is said

    private void says(String kind, Optional<About> about, Lane lane, Json.Obj body) {
        world.say(
                node,
                new Draft(
                        lane,
                        kind,
                        about,
                        inForce(),
                        Optional.empty(),
                        Optional.empty(),
                        precedence(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        world.body(body)));
    }

    private void says(String kind, Json.Obj body) {
        Lane lane = Kinds.named(kind).orElseThrow().lane().orElse(Lane.MAIN);
        says(kind, Optional.empty(), lane, body);
    }

    /** In the lane of the subject. */
    private void saysOf(Subject subject, String kind, RecordRef about, Json.Obj body) {
        Lane lane = subject.current().record().envelope().origin().lane();
        says(kind, Optional.of(about), lane, body);
    }

    private Optional<String> precedence() {
        return random.nextInt(4) == 0 ? Optional.of("PRIORITY") : Optional.empty();
    }

    /** The agreement that the screen says is in force. */
    private Optional<RecordRef> inForce() {
        return screen.agreement()
                .flatMap(terms -> subjects.stream()
                        .filter(subject -> subject.kind().name().equals("agreement"))
                        .map(subject -> subject.current().record())
                        .filter(record -> record.says()
                                .filter(body -> body.require("title").text().equals(terms.title()))
                                .isPresent())
                        .map(record -> record.ref())
                        .findFirst());
    }

    private void plans() {
        if (subjects.stream().filter(this::isPlan).count() < PLANS) {
            says("activity", bodies.activity());
        } else {
            amends();
        }
    }

    private void amends() {
        any(this::isPlan)
                .ifPresentOrElse(
                        plan -> saysOf(
                                plan,
                                "activity",
                                current(plan),
                                bodies.amended(plan.current().record().says().orElseThrow())),
                        () -> says("activity", bodies.activity()));
    }

    /** It makes its own what it was heard to say, or says a status of something of its own. */
    private void ofOwn() {
        Optional<Subject> heard = any(subject -> isOwn(subject) && subject.isHeard());
        if (heard.isPresent()) {
            saysOf(heard.get(), "answer", current(heard.get()), Bodies.says("adopted"));
            return;
        }
        any(subject -> isOwn(subject) && !subject.kind().statuses().isEmpty()).ifPresent(own -> {
            String status = any(sorted(own.kind().statuses())).orElseThrow();
            saysOf(own, "status", current(own), bodies.status(status));
        });
    }

    private static List<String> sorted(Set<String> some) {
        return List.copyOf(new TreeSet<>(some));
    }

    /** Mostly that it was read; of what was taken back, that. */
    private void answers() {
        any(subject -> !isOwn(subject)).ifPresent(other -> {
            String says = random.nextInt(3) > 0
                    ? any(List.of("read", "read-back", "noted")).orElseThrow()
                    : any(sorted(other.kind().answers())).orElseThrow();
            RecordRef about =
                    other.last("withdrawn").map(change -> change.record().ref()).orElseGet(() -> current(other));
            saysOf(other, "answer", about, Bodies.says(says));
        });
    }

    /** Proposes what becomes of a conflict. */
    private void settles() {
        List<Conflict> conflicts = screen.conflicts().stream()
                .sorted(Comparator.comparing(Conflict::id))
                .toList();
        any(conflicts)
                .ifPresent(conflict -> says(
                        "resolution",
                        Optional.of(new ConflictRef(conflict.id())),
                        Lane.MAIN,
                        bodies.resolution(conflict, node.party)));
    }

    /** Whether it was proposed, and the next step is ours: to accept it, or to conclude what all have accepted. */
    private boolean waitsForUs(Subject subject) {
        boolean proposed = subject.kind().mechanism() == Mechanism.PROPOSAL && !subject.isConcluded();
        boolean ours = isOwn(subject)
                ? subject.acceptedBy().size() >= world.parties().size() - 1
                : !subject.acceptedBy().contains(node.party);
        return proposed && ours;
    }

    private void goesOn(Subject proposal) {
        if (isOwn(proposal)) {
            List<RecordRef> acceptances = proposal.answers().stream()
                    .filter(answer -> answer.says().equals("accepted"))
                    .map(answer -> answer.record().ref())
                    .toList();
            saysOf(proposal, "concluded", current(proposal), Bodies.concluded(acceptances));
        } else {
            String says = random.nextInt(8) == 0 ? "declined" : "accepted";
            saysOf(proposal, "answer", current(proposal), Bodies.says(says));
        }
    }

    private void safety() {
        switch (random.nextInt(5)) {
            case 0, 1 -> says("stop", bodies.stop());
            case 2 -> says("distress", bodies.distress());
            case 3 -> says("line-state", bodies.lineState());
            default -> says("check", bodies.check());
        }
    }

    /** What a party without a node, or another member, said by telephone: a plan, or something of a record. */
    private void hears() {
        PartyName from = any(List.copyOf(world.parties()))
                .filter(party -> !party.equals(node.party) && random.nextBoolean())
                .orElse(OUTSIDER);
        Optional<Subject> about = any(subjects);
        if (about.isEmpty() || random.nextInt(3) == 0) {
            says("heard", bodies.heard(from, "activity", Optional.empty(), bodies.activity()));
            return;
        }
        RecordRef ref = current(about.get());
        Json.Obj says = switch (random.nextInt(3)) {
            case 0 -> bodies.heard(from, "activity", Optional.of(ref), bodies.activity());
            case 1 -> bodies.heard(from, "status", Optional.of(ref), bodies.status("stopped"));
            default -> bodies.heard(from, "answer", Optional.of(ref), Bodies.says("read"));
        };
        saysOf(about.get(), "heard", ref, says);
    }

    private void besides() {
        switch (random.nextInt(7)) {
            case 0 -> says("site", bodies.site());
            case 1 -> says("area", bodies.area());
            case 2 ->
                any(subject -> !isOwn(subject))
                        .ifPresent(other -> saysOf(
                                other,
                                "presented",
                                current(other),
                                Json.Obj.builder().build()));
            case 3 -> any(this::isOwn).ifPresent(own -> saysOf(own, "correction", current(own), Bodies.correction()));
            case 4 -> says("activity", bodies.message());
            case 5 ->
                any(subject -> true).ifPresent(of -> saysOf(of, "translation", current(of), Bodies.translation()));
            default -> says("message", bodies.message());
        }
    }
}
