package org.parley.node.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.Town;
import org.parley.picture.AtRest;
import org.parley.picture.Subject;

/** What rests in one run rests in the next, and what is asked of it is read again. */
class RestFileTest {
    private static final int MESSAGES = 20;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    private Effect.Said say(Node node, Town town, String kind, Optional<About> about, Json.Obj body) {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        Draft draft = Draft.of(Lane.MAIN, kind, Body.of(body, seed));
        Draft with = new Draft(
                draft.lane(),
                kind,
                about,
                draft.under(),
                draft.role(),
                draft.officer(),
                draft.precedence(),
                draft.audience(),
                draft.lang(),
                false,
                draft.body());
        return node.say(town.line, with).join();
    }

    private static LineFold fold(Node node, Town town, Optional<AtRest> atRest) {
        LineFold fold = new LineFold(node.standing().line(town.line).orElseThrow(), new Records(node), atRest);
        for (Origin origin : node.standing().logs(town.line)) {
            fold.grows(origin);
            fold.readReceipts(origin);
        }
        fold.foldOn();
        return fold;
    }

    @Test
    void the_next_run_reads_what_is_awake_and_knows_the_same() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            Node azure = town.node("AZURE");
            List<Effect.Said> messages = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                messages.add(say(
                        azure,
                        town,
                        "message",
                        Optional.empty(),
                        Json.Obj.builder().put("text", "message " + i).build()));
            }
            town.awaitEqual();
            for (Effect.Said said : messages.subList(0, MESSAGES / 2)) {
                RecordRef about = new RecordRef(said.origin().recordName(said.index()), said.leaf());
                say(
                        town.node("BIRCH"),
                        town,
                        "answer",
                        Optional.of(about),
                        Json.Obj.builder().put("says", "read").build());
            }
            town.awaitEqual();
            azure.settle().join();

            LineFold fold = fold(azure, town, Optional.empty());
            LinePicture whole = fold.published();
            long meaningless = fold.atRest().count();
            fold.rest(Long.MAX_VALUE, Integer.MAX_VALUE); // it looks among what is there from now on
            assertThat(fold.rest(Long.MAX_VALUE, Integer.MAX_VALUE)).isTrue();
            LinePicture resting = fold.published();
            assertThat(fold.atRest().count()).as("each with its answer").isEqualTo(meaningless + MESSAGES);
            assertThat(resting.picture().subjects("message")).hasSize(MESSAGES / 2);

            Records records = new Records(azure);
            Standing.Line line = azure.standing().line(town.line).orElseThrow();
            RestFile file = new RestFile(azure.folder(), line, records);
            assertThat(file.read()).isEmpty();
            file.write(fold.atRest());
            AtRest read = file.read().orElseThrow();
            assertThat(read.count()).isEqualTo(meaningless + MESSAGES);
            say(
                    azure,
                    town,
                    "message",
                    Optional.empty(),
                    Json.Obj.builder().put("text", "the last").build());
            LineFold next = fold(azure, town, Optional.of(read));
            LinePicture picture = next.published();
            assertThat(picture.picture().subjects("message")).hasSize(MESSAGES / 2 + 1);
            for (Effect.Said said : messages) {
                String name = said.origin().recordName(said.index());
                assertThat(picture.picture().subject(name).map(Subject::answers))
                        .isEqualTo(whole.picture().subject(name).map(Subject::answers));
                assertThat(picture.picture().duties(name))
                        .isEqualTo(whole.picture().duties(name));
            }
            damaged(azure, file);
            file.write(fold.atRest());
            Standing.Line others = new Standing.Line(line.line(), new PartyName("AZURE"), Map.of());
            assertThat(new RestFile(azure.folder(), others, records).read())
                    .as("among other members something else is owed")
                    .isEmpty();
        }
    }

    private static void damaged(Node node, RestFile file) throws IOException {
        try (var files = Files.list(node.folder().resolve("rest"))) {
            Path path = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(path);
            for (int at : Set.of(3, bytes.length / 2, bytes.length - 1)) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= 1;
                Files.write(path, flipped);
                assertThat(file.read()).as("byte %d", at).isEmpty();
            }
        }
    }
}
