package org.parley.record.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.Precedence;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/**
 * The terms of a line: what an agreement says, with the usual terms where it says nothing. Times in milliseconds, lengths in
 * centimetres.
 *
 * @param from in force from this instant
 * @param until the end that was agreed; empty where there is none
 * @param minima least separations by pair of kinds
 * @param heights what turns heights into metres above the ellipsoid
 * @param leadTimes least notice by kind of activity
 * @param largestBox square metres
 * @param firstMove who owes the first move in a conflict: the party that stands last here, or does not stand here
 */
public record Agreement(
        String title,
        List<PartyName> members,
        long from,
        OptionalLong until,
        MinimaTable minima,
        HeightTerms heights,
        Map<String, Long> leadTimes,
        OptionalLong largestBox,
        OptionalLong widestCorridor,
        OptionalLong longestWindow,
        Map<Precedence, Long> deadlines,
        long lineCheck,
        int missedChecks,
        List<HumanCheck> humanChecks,
        List<Measure> measures,
        List<PartyName> firstMove) {
    private static final long SECOND = 1_000;

    /** How soon a person acknowledges, where no agreement says otherwise: domain §2.3. */
    public static final Map<Precedence, Long> USUAL_DEADLINES = Map.of(
            Precedence.FLASH, 120 * SECOND,
            Precedence.IMMEDIATE, 600 * SECOND,
            Precedence.PRIORITY, 1_800 * SECOND,
            Precedence.ROUTINE, 14_400 * SECOND);

    /** The machine's line check, where no agreement says otherwise. */
    public static final long USUAL_LINE_CHECK = 300 * SECOND;

    /** Missed checks after which a line is silent. */
    public static final int USUAL_MISSED_CHECKS = 3;

    /** Separations that are computed, and marked so, while nothing is agreed: 500 m, 100 m, 300 s. */
    public static final MinimaTable USUAL_MINIMA = MinimaTable.of(Minima.of(500, 100, 300));

    /** No agreement: the usual terms, which bind nobody. */
    public static final Agreement NONE = new Agreement(
            "",
            List.of(),
            Long.MIN_VALUE,
            OptionalLong.empty(),
            USUAL_MINIMA,
            HeightTerms.none(),
            Map.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            USUAL_DEADLINES,
            USUAL_LINE_CHECK,
            USUAL_MISSED_CHECKS,
            List.of(),
            List.of(),
            List.of());

    /**
     * When a person tests the line.
     *
     * @param at milliseconds after midnight UTC
     * @param offset minutes of the local time that is shown beside it, east of UTC
     */
    public record HumanCheck(long at, int offset) {}

    public Agreement {
        members = List.copyOf(members);
        leadTimes = Map.copyOf(leadTimes);
        deadlines = Map.copyOf(deadlines);
        humanChecks = List.copyOf(humanChecks);
        measures = List.copyOf(measures);
        firstMove = List.copyOf(firstMove);
    }

    /** Reads a body that has the form of {@link AgreementForm}. */
    public static Agreement read(Json.Obj body) {
        return new Agreement(
                body.require("title").text(),
                members(body),
                Instants.parse(body.require("effectiveFrom").text()),
                body.get("until")
                        .map(json -> OptionalLong.of(Instants.parse(json.text())))
                        .orElse(OptionalLong.empty()),
                minima(body),
                heights(body),
                leadTimes(body),
                whole(body, "largestBox"),
                whole(body, "widestCorridor"),
                millis(body, "longestWindow"),
                deadlines(body),
                millis(body, "lineCheck").orElse(USUAL_LINE_CHECK),
                (int) whole(body, "missedChecks").orElse(USUAL_MISSED_CHECKS),
                items(body, "humanChecks").stream()
                        .map(json -> new HumanCheck(json.require("at").integer() * SECOND, (int)
                                json.require("offset").integer()))
                        .toList(),
                items(body, "measures").stream().map(Measure::read).toList(),
                body.get("firstMove").map(Json::array).orElse(List.of()).stream()
                        .map(json -> new PartyName(json.text()))
                        .toList());
    }

    private static List<PartyName> members(Json.Obj body) {
        List<PartyName> members = new ArrayList<>();
        for (Json.Obj party : items(body, "parties")) {
            if (party.require("as").text().equals("member")) {
                members.add(new PartyName(party.require("party").text()));
            }
        }
        return members;
    }

    private static MinimaTable minima(Json.Obj body) {
        Minima others = USUAL_MINIMA.between("", "");
        Map<MinimaTable.Pair, Minima> pairs = new HashMap<>();
        for (Json.Obj row : items(body, "separation")) {
            Minima minima = new Minima(
                    row.require("horizontal").integer(),
                    row.require("vertical").integer(),
                    row.require("time").integer() * SECOND,
                    whole(row, "levels"));
            Optional<List<Json>> kinds = row.get("kinds").map(Json::array);
            if (kinds.isPresent()) {
                pairs.put(
                        new MinimaTable.Pair(
                                kinds.get().getFirst().text(),
                                kinds.get().getLast().text()),
                        minima);
            } else {
                others = minima;
            }
        }
        return new MinimaTable(others, pairs);
    }

    private static HeightTerms heights(Json.Obj body) {
        OptionalLong margin = whole(body, "levelMargin");
        return new HeightTerms(
                Geoid.egm96(),
                body.get("terrain")
                        .map(Json::object)
                        .map(range -> new HeightTerms.Terrain(
                                range.require("low").integer() / 100.0,
                                range.require("high").integer() / 100.0)),
                margin.isPresent() ? OptionalDouble.of(margin.getAsLong() / 100.0) : OptionalDouble.empty());
    }

    private static Map<String, Long> leadTimes(Json.Obj body) {
        Map<String, Long> times = new HashMap<>();
        for (Json.Obj row : items(body, "leadTimes")) {
            times.put(row.require("kind").text(), row.require("time").integer() * SECOND);
        }
        return times;
    }

    private static Map<Precedence, Long> deadlines(Json.Obj body) {
        Map<Precedence, Long> deadlines = new HashMap<>(USUAL_DEADLINES);
        body.get("deadlines").map(Json::object).ifPresent(row -> {
            for (Precedence precedence : Precedence.values()) {
                deadlines.put(precedence, row.require(precedence.name()).integer() * SECOND);
            }
        });
        return deadlines;
    }

    private static List<Json.Obj> items(Json.Obj body, String name) {
        return body.get(name).map(Json::array).orElse(List.of()).stream()
                .map(Json::object)
                .toList();
    }

    private static OptionalLong whole(Json.Obj body, String name) {
        return body.get(name).map(json -> OptionalLong.of(json.integer())).orElse(OptionalLong.empty());
    }

    private static OptionalLong millis(Json.Obj body, String name) {
        OptionalLong seconds = whole(body, name);
        return seconds.isPresent() ? OptionalLong.of(seconds.getAsLong() * SECOND) : seconds;
    }
}
