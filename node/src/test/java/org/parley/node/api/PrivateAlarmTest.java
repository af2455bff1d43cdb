package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** Two activities of one party that come too near to each other sound at its own desk, and nowhere else (W18). */
class PrivateAlarmTest {
    @TempDir
    Path folder;

    private static String notice(String name, Instant from) {
        return "{'kind':'activity','body':{'activity':'uas','name':'" + name + "','volumes':["
                + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
                + "'upper':'4000 m HAE','from':'" + from + "','until':'" + from.plus(1, ChronoUnit.HOURS) + "'}]}}";
    }

    private static List<String> about(Desks desks, String party) {
        return desks.get(party, "alarms")
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .filter(alarm -> alarm.path("what").asString().equals("private-conflict"))
                .flatMap(alarm -> alarm.path("about").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void ones_own_conflict_of_the_next_half_hour_sounds_here_alone() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            Instant soon = Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            String first = desks.say("AZURE", notice("A-1", soon)).is(201).text("record");
            String second = desks.say("AZURE", notice("A-2", soon)).is(201).text("record");
            Instant later = soon.plus(1, ChronoUnit.DAYS);
            desks.say("AZURE", notice("A-3", later)).is(201);
            String last = desks.say("AZURE", notice("A-4", later)).is(201).text("record");
            desks.has("BIRCH", last);
            // A node that begins looks at once, and then every half minute.
            for (String party : List.of("AZURE", "BIRCH")) {
                desks.stop(party);
                desks.start(party);
            }
            assertThat(about(desks, "AZURE")).containsExactly(first, second);
            assertThat(about(desks, "BIRCH")).isEmpty();
        }
    }
}
