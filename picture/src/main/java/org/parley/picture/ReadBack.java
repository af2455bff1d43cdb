package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.Positions;
import org.parley.space.geodesy.Geodesic;

/** What somebody read back, held against what was said. What was not read back is no difference. */
public final class ReadBack {
    private final List<Difference> differences = new ArrayList<>();

    private ReadBack() {}

    /**
     * Where the two differ; both values as records hold them.
     *
     * @param field the way to it: {@code volumes[0].shape.corridor.line[1]}
     * @param said what stands there; empty where the record has no such field
     * @param apart between two places, centimetres along the geodesic; empty for all else
     */
    public record Difference(String field, Optional<Json> said, Json read, OptionalLong apart) {}

    /** Where an answer that reads a record back differs from it. */
    static List<Difference> of(Subject.Answer answer, Held record) {
        Optional<Json.Obj> read = answer.record()
                .says()
                .flatMap(body -> body.get("fields"))
                .filter(Json.Obj.class::isInstance)
                .map(Json::object);
        return answer.says().equals("read-back") && read.isPresent()
                ? record.says().map(body -> differences(body, read.get())).orElse(List.of())
                : List.of();
    }

    /** Where some fields that were read back differ from a body. */
    static List<Difference> differences(Json.Obj body, Json.Obj read) {
        ReadBack readBack = new ReadBack();
        readBack.fields("", body, read);
        return List.copyOf(readBack.differences);
    }

    private void fields(String at, Json.Obj said, Json.Obj read) {
        read.members().forEach(member -> {
            String field = at.isEmpty() ? member.name() : at + "." + member.name();
            said.get(member.name())
                    .ifPresentOrElse(
                            value -> compare(field, value, member.value()),
                            () -> differ(field, Optional.empty(), member.value(), OptionalLong.empty()));
        });
    }

    private void compare(String at, Json said, Json read) {
        if (said.equals(read)) {
            return;
        }
        if (Positions.isPlace(said) && Positions.isPlace(read)) {
            double metres = Geodesic.distance(Positions.place(said), Positions.place(read));
            differ(at, Optional.of(said), read, OptionalLong.of(Math.round(100 * metres)));
        } else if (said instanceof Json.Obj object && read instanceof Json.Obj other) {
            fields(at, object, other);
        } else if (said instanceof Json.Arr(List<Json> items)
                && read instanceof Json.Arr(List<Json> others)
                && items.size() == others.size()) {
            for (int i = 0; i < items.size(); i++) {
                compare(at + "[" + i + "]", items.get(i), others.get(i));
            }
        } else {
            differ(at, Optional.of(said), read, OptionalLong.empty());
        }
    }

    private void differ(String field, Optional<Json> said, Json read, OptionalLong apart) {
        differences.add(new Difference(field, said, read, apart));
    }
}
