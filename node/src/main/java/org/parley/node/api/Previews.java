package org.parley.node.api;

import java.util.List;
import java.util.Optional;
import org.parley.node.desk.Statement;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Preview;
import org.parley.space.Volume;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What would follow from a notice of an activity, before it is sent. */
final class Previews {
    private Previews() {}

    /** What is known of the others where a statement takes space; nothing for what takes none. */
    static Optional<ObjectNode> known(LinePicture line, Statement statement, long now) {
        List<Volume> volumes = statement.volumes();
        return volumes.isEmpty() ? Optional.empty() : Optional.of(Knowledge.of(line, volumes, now));
    }

    /** Puts it into an answer. */
    static void into(ObjectNode view, LinePicture line, Preview preview) {
        ArrayNode conflicts = view.putArray("conflicts");
        ArrayNode basis = view.putArray("basis");
        preview.conflicts().forEach(against -> {
            conflicts.add(View.against(line, against));
            basis.add(against.version().record());
        });
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
