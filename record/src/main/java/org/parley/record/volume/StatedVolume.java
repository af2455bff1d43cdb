package org.parley.record.volume;

import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.window.Window;

/**
 * A volume as a body holds it: {@code {"band":…,"from":…,"shape":…,"until":…}}.
 *
 * @param shape as drawn
 * @param volume what it is
 */
public record StatedVolume(Shape shape, StatedBand band, Volume volume) {
    /** The form of it in a body. */
    public static final Form FORM = Form.of(
                    Field.required("shape", new ShapeType()),
                    Field.required("band", new FieldType.Group(StatedBand.FORM)),
                    Field.required("from", new FieldType.Moment()),
                    Field.required("until", new FieldType.Moment()))
            .readBy(StatedVolume::read);

    /** What was entered, whose footprint is known. */
    public static StatedVolume of(Shape shape, Footprint footprint, StatedBand band, Window window) {
        return new StatedVolume(shape, band, new Volume(footprint, band.band(), window));
    }

    /** As it stands in a body. */
    public Json.Obj json() {
        return Json.Obj.builder()
                .put("shape", shape.json())
                .put("band", band.json())
                .put("from", Instants.print(volume.window().from()))
                .put("until", Instants.print(volume.window().until()))
                .build();
    }

    /** Reads a body of this form. */
    public static StatedVolume read(Json json) {
        Json.Obj of = json.object();
        Shape shape = Shape.read(of.require("shape")).orElseThrow();
        return of(
                shape,
                shape.footprint().orElseThrow(),
                StatedBand.read(of.require("band").object()),
                new Window(
                        Instants.parse(of.require("from").text()),
                        Instants.parse(of.require("until").text())));
    }
}
