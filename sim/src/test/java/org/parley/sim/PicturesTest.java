package org.parley.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.crypto.JcaSignatures;
import org.parley.picture.Breach;
import org.parley.picture.Conflict;
import org.parley.picture.Picture;
import org.parley.picture.Subject;

/** A comparison of empty pictures would prove nothing: what the parties say is such that all of it happens. */
class PicturesTest {
    private static final int SEEDS = 6;

    private final Set<String> kinds = new HashSet<>();
    private final Set<String> concluded = new HashSet<>();
    private final Set<Conflict.Stand> stands = EnumSet.noneOf(Conflict.Stand.class);
    private final Set<Breach.What> breaches = EnumSet.noneOf(Breach.What.class);
    private long stale;
    private long adopted;
    private long matches;

    @Test
    void what_the_parties_say_has_conflicts_agreements_breaches_and_stale_amendments() {
        Provider jdk = Optional.ofNullable(Security.getProvider("SunEC")).orElseThrow();
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = new Scene(seed, new StubSignatures(new JcaSignatures(jdk)), Bug.NONE);
            World world = scene.world(3);
            scene.talk(120_000);
            scene.heal();
            assertThat(world.witness().broken()).isEmpty();
            look(world.nodes().getFirst());
        }
        assertThat(kinds)
                .contains(
                        "activity",
                        "agreement",
                        "resolution",
                        "site",
                        "area",
                        "message",
                        "distress",
                        "stop",
                        "check",
                        "line-state");
        assertThat(concluded).containsExactlyInAnyOrder("agreement", "resolution");
        assertThat(stands).contains(Conflict.Stand.OPEN, Conflict.Stand.PROPOSED, Conflict.Stand.AGREED_NOT_DONE);
        assertThat(breaches).contains(Breach.What.LEAD_TIME, Breach.What.BOX, Breach.What.WINDOW);
        assertThat(stale).as("amendments of what was amended before").isPositive();
        assertThat(adopted).isPositive();
        assertThat(matches).isGreaterThan(SEEDS);
    }

    private void look(Node node) {
        Picture picture = node.desk.picture();
        for (Subject subject : picture.subjects()) {
            kinds.add(subject.kind().name());
            if (subject.isConcluded()) {
                concluded.add(subject.kind().name());
            }
            adopted += subject.adopted().size();
            picture.breaches(subject.name()).forEach(breach -> breaches.add(breach.what()));
        }
        picture.conflicts().forEach(conflict -> stands.add(picture.stand(conflict)));
        matches += picture.matches().count();
        stale += amendments(node) - versions(picture);
    }

    private static long versions(Picture picture) {
        return picture.subjects().stream()
                .filter(subject -> subject.kind().name().equals("activity") && !subject.isHeard())
                .flatMap(subject -> subject.versions().stream())
                .filter(version -> !version.record().isHeard())
                .count();
    }

    /** The activities that are said in all logs, and have a form. */
    private static long amendments(Node node) {
        return node.disk.origins().stream()
                .flatMap(origin -> node.desk.records(origin, 0, node.disk.size(origin), Set.of()).stream())
                .filter(record -> record.kind().equals("activity") && !record.isHeard())
                .filter(record ->
                        record.says().filter(body -> body.has("volumes")).isPresent())
                .count();
    }
}
