package org.parley.cli.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.Exit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley near}: which notified sites and areas lie near. The question never leaves the node. */
final class NearCommand extends LineCommand {
    @Parameters(
            index = "1",
            paramLabel = "PLACE|FILE",
            description = "A place in any form of coordinates, or a GeoJSON file that draws an area.")
    private String asked = "";

    @Option(names = "--within", paramLabel = "METRES", description = "How far away at most; 500, if it is not said.")
    private Optional<Integer> within = Optional.empty();

    private NearCommand() {}

    static CommandSpec of() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "no notified site or area was found there");
        codes.put("1", "some were found");
        codes.put("2", "refused, with every reason");
        return new NearCommand()
                .described(new Description(
                        "near",
                        "Shows which notified sites and areas lie near a place or an area. Nobody else hears of the"
                                + " question; it is kept on the node's private line.",
                        "near azure 35.02N,40.58E --within 1000",
                        codes));
    }

    @Override
    int run(Api api, OurLine line) throws IOException, InterruptedException {
        ObjectNode body = Jsons.object();
        Path file = Path.of(asked);
        if (Files.isRegularFile(file)) {
            body.set("shape", Body.shape(Jsons.file(file), file));
        } else {
            body.put("place", asked);
        }
        within.ifPresent(metres -> body.put("within", metres));
        JsonNode answer =
                api.ask("POST", line.path("near"), Map.of(), Optional.of(body)).body();
        if (where().json()) {
            print(answer);
        } else {
            tell(answer, line);
        }
        return answer.path("items").isEmpty() ? Exit.DONE : Exit.CONFLICTS;
    }

    private void tell(JsonNode answer, OurLine line) {
        String distance = Words.metres(answer.path("within"));
        OurLine.items(answer).forEach(item -> {
            JsonNode of = item.path("subject").path("properties");
            line(Words.metres(item.path("distance")) + "  "
                    + item.path("version").asString() + "  "
                    + of.path("kind").asString() + " of " + of.path("owner").asString() + "  "
                    + Summary.name(of.path("kind").asString(), of.path("body")));
        });
        if (answer.path("items").isEmpty()) {
            String age = answer.path("listAsOf")
                    .stringValueOpt()
                    .map(newest -> "list " + Words.age(newest, line.at()) + " old")
                    .orElse("nothing was ever notified");
            line("No notified site within " + distance + " (" + age + "). Hospitals, schools and others that were never"
                    + " notified are protected all the same.");
        }
    }
}
