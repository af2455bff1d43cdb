package org.parley.cli.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.cli.check.read.Given;
import org.parley.cli.check.read.Plans;
import org.parley.space.ActivityId;
import org.parley.space.height.Band;
import org.parley.space.index.Parties;

/**
 * A flight level is pressure, not height: it compares with another only by a minimum in levels, with metres only by an
 * agreed margin. Where one of them is needed and was not stated, nothing is compared.
 */
final class LevelRules {
    private final Plans plans;
    private final Terms terms;

    LevelRules(Plans plans, Terms terms) {
        this.plans = plans;
        this.terms = terms;
    }

    /** A volume and the activity that it belongs to. */
    private record Member(ActivityId id, Given given) {}

    /** What must be stated, each naming the first volume that needs it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        List<Member> levels = members(LevelRules::inLevels);
        if (levels.isEmpty()) {
            return missing;
        }
        if (terms.levelMinimum().isEmpty()) {
            firstCompared(levels, levels)
                    .ifPresent(member -> missing.add(text(
                            member,
                            "flight levels of two activities are compared in levels",
                            "state the minimum in levels with --fl-minimum")));
        }
        if (terms.heights().levelMargin().isEmpty()) {
            firstCompared(levels, members(LevelRules::inMetres))
                    .ifPresent(member -> missing.add(text(
                            member,
                            "a flight level meets a height in metres",
                            "state with --fl-margin how many metres the atmosphere may differ from the standard")));
        }
        return missing;
    }

    private static String text(Member member, String reason, String wayOut) {
        return member.given().origin() + ": " + reason + "; " + wayOut;
    }

    private static boolean inLevels(Band band) {
        return band instanceof Band.Levels;
    }

    /** A band without any bound meets every level, whatever the margin. */
    private static boolean inMetres(Band band) {
        return band instanceof Band.Metres && !band.equals(Band.UNBOUNDED);
    }

    /** Of each activity the first volume whose band is of a sort. */
    private List<Member> members(Predicate<Band> sort) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < plans.activities().size(); i++) {
            ActivityId id = plans.activities().get(i).id();
            plans.given().get(i).stream()
                    .filter(given -> sort.test(given.volume().band()))
                    .findFirst()
                    .ifPresent(given -> members.add(new Member(id, given)));
        }
        return members;
    }

    /** The first of some that is compared with any of others. Both are in the order of ids, so that ends tell it. */
    private Optional<Member> firstCompared(List<Member> some, List<Member> others) {
        return others.isEmpty()
                ? Optional.empty()
                : some.stream()
                        .filter(member -> compares(
                                        member.id(), others.getFirst().id())
                                || compares(member.id(), others.getLast().id()))
                        .min(Comparator.comparingInt(member -> member.given().number()));
    }

    private boolean compares(ActivityId a, ActivityId b) {
        return terms.parties() == Parties.ALL ? !a.equals(b) : !a.party().equals(b.party());
    }
}
