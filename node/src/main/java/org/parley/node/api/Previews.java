package org.parley.node.api;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.node.desk.Statement;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Preview;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Volume;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What would follow from a notice of an activity, before it is sent. */
final class Previews {
    private Previews() {}

    /** Of an activity; nothing for what takes no space. */
    static Optional<Preview> of(LinePicture line, Statement statement, long now) {
        List<Volume> volumes = volumes(statement);
        if (volumes.isEmpty()) {
            return Optional.empty();
        }
        boolean crossing = statement.body().get("crossing").map(Json::flag).orElse(false);
        return Optional.of(line.picture()
                .preview(new Preview.Of(
                        line.me(),
                        statement.word("activity").orElse("sar"),
                        volumes,
                        crossing,
                        statement.about(),
                        now)));
    }

    /** What is known of the others where a statement takes space; nothing for what takes none. */
    static Optional<ObjectNode> known(LinePicture line, Statement statement, long now) {
        List<Volume> volumes = volumes(statement);
        return volumes.isEmpty() ? Optional.empty() : Optional.of(Knowledge.of(line, volumes, now));
    }

    private static List<Volume> volumes(Statement statement) {
        return statement.body().get("volumes").map(Json::array).orElse(List.of()).stream()
                .map(volume -> StatedVolume.read(volume).volume())
                .toList();
    }

    /** Puts it into an answer. */
    static void into(ObjectNode view, LinePicture line, Preview preview) {
        ArrayNode conflicts = view.putArray("conflicts");
        preview.conflicts().forEach(against -> conflicts.add(View.against(line, against)));
        ArrayNode narrow = view.putArray("narrow");
        preview.narrow().forEach(against -> narrow.add(View.against(line, against)));
        ArrayNode matches = view.putArray("matches");
        preview.matches()
                .forEach(at -> matches.addObject()
                        .put("place", at.place())
                        .put("of", at.version().record())
                        .put("distance", View.hundredths(at.distance())));
        ArrayNode breaches = view.putArray("breaches");
        preview.breaches().forEach(excess -> breaches.add(View.excess(excess)));
    }
}
