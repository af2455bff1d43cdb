package org.parley.cli.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.BadInput;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where and when something is, in options: one volume; heights and times for all volumes of a file. All of it goes as it was written. */
final class VolumeOptions {
    @Option(
            names = "--circle",
            paramLabel = "PLACE",
            description =
                    "Its centre, in any form: \"35.03N,40.62E\", \"35 01.8N 40 37.2E\", MGRS, UTM. With --radius.")
    private Optional<String> circle = Optional.empty();

    @Option(names = "--radius", paramLabel = "LENGTH", description = "With its unit: \"8000 m\", \"5 NM\".")
    private Optional<String> radius = Optional.empty();

    @Option(
            names = "--corridor",
            arity = "2..*",
            paramLabel = "PLACE",
            hideParamSyntax = true,
            description = "PLACE PLACE…: two places or more that it leads along. With --half-width.")
    private List<String> corridor = new ArrayList<>();

    @Option(names = "--half-width", paramLabel = "LENGTH", description = "From the middle of the corridor to its edge.")
    private Optional<String> halfWidth = Optional.empty();

    @Option(names = "--polygon", paramLabel = "FILE", description = "A GeoJSON geometry or Feature to draw it by.")
    private Optional<Path> polygon = Optional.empty();

    @Option(
            names = "--lower",
            paramLabel = "HEIGHT",
            description = "With unit and reference: \"2400 m AMSL\", \"FL 80\", \"SFC\".")
    private Optional<String> lower = Optional.empty();

    @Option(names = "--upper", paramLabel = "HEIGHT", description = "The same; left out: no bound.")
    private Optional<String> upper = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "With its zone: 2017-11-20T06:30Z, 2017-11-20T09:30+03:00, 200630ZNOV17.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "The same.")
    private Optional<String> until = Optional.empty();

    /** Puts what was given into a body. */
    void into(Body body) throws IOException {
        if (circle.isPresent()
                ? !corridor.isEmpty() || polygon.isPresent()
                : !corridor.isEmpty() && polygon.isPresent()) {
            throw new BadInput("more than one shape is given", "choose one of --circle, --corridor and --polygon");
        }
        circle.ifPresent(place -> body.draw(Jsons.text(place)));
        if (!corridor.isEmpty()) {
            body.draw(lineString(corridor));
        }
        if (polygon.isPresent()) {
            ObjectNode shape = Body.shape(Jsons.file(polygon.get()), polygon.get());
            body.draw(shape.path("geometry"));
            shape.remove("geometry");
            shape.properties().forEach(field -> body.setEach(field.getKey(), field.getValue()));
        }
        each(body, "radius", radius);
        each(body, "halfWidth", halfWidth);
        each(body, "lower", lower);
        each(body, "upper", upper);
        each(body, "from", from);
        each(body, "until", until);
    }

    private static void each(Body body, String name, Optional<String> given) {
        given.ifPresent(text -> body.setEach(name, Jsons.text(text)));
    }

    /** A line through places as they were written. */
    static JsonNode lineString(List<String> places) {
        ObjectNode line = Jsons.object().put("type", "LineString");
        ArrayNode coordinates = line.putArray("coordinates");
        places.forEach(coordinates::add);
        return line;
    }
}
