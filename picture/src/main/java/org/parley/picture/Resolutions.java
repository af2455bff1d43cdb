package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.ConflictRef;
import org.parley.space.separation.Separation;

/** How far the parties are with a conflict. What is agreed is not done: the conflict is over when nothing is found any more. */
final class Resolutions {
    /** Nobody accepts a risk for those who are there to help. */
    private static final Set<String> HELP = Set.of("humanitarian", "medevac", "sar");

    private Resolutions() {}

    /** The conflict that a resolution is about. */
    static Optional<ConflictRef> about(Subject resolution) {
        return resolution
                .current()
                .record()
                .envelope()
                .about()
                .filter(ConflictRef.class::isInstance)
                .map(ConflictRef.class::cast);
    }

    /**
     * How it stands.
     *
     * @param risk whether its risk may be accepted at all
     */
    static Conflict.Stand stand(Conflict conflict, List<Subject> resolutions, boolean risk) {
        Conflict.Stand stand = Conflict.Stand.OPEN;
        for (Subject resolution : resolutions) {
            Conflict.Stand by = stand(conflict, resolution, risk);
            stand = by.compareTo(stand) > 0 ? by : stand;
        }
        return stand;
    }

    private static Conflict.Stand stand(Conflict conflict, Subject resolution, boolean risk) {
        Optional<Json.Obj> body = resolution.current().record().says();
        boolean over = resolution.last("withdrawn").isPresent() || body.isEmpty();
        if (over) {
            return Conflict.Stand.OPEN;
        }
        boolean accepts = body.get().require("change").text().equals("accepted-risk");
        if (!resolution.isConcluded()) {
            boolean refused = resolution.answers().stream()
                    .anyMatch(answer ->
                            answer.says().equals("declined") || answer.says().equals("countered"));
            return refused || (accepts && !risk) ? Conflict.Stand.OPEN : Conflict.Stand.PROPOSED;
        }
        boolean worse = isWorse(
                conflict.finding().separation(), body.get().require("figures").object());
        if (worse || (accepts && !risk)) {
            return Conflict.Stand.OPEN;
        }
        return accepts ? Conflict.Stand.ACCEPTED_RISK : Conflict.Stand.AGREED_NOT_DONE;
    }

    /** Whether they are nearer now, in any of the three, than when it was agreed. */
    private static boolean isWorse(Separation now, Json.Obj agreed) {
        return now.horizontal() < agreed.require("horizontal").integer()
                || now.vertical().inLevels() != agreed.require("inLevels").flag()
                || now.vertical().gap() < agreed.require("vertical").integer()
                || now.timeGap() < agreed.require("time").integer();
    }

    /** Whether one of both is there to help. */
    static boolean helps(Subject subject) {
        return subject.kind().name().equals("distress")
                || subject.current()
                        .record()
                        .text("activity")
                        .filter(HELP::contains)
                        .isPresent();
    }
}
