package org.parley.record.volume;

import org.parley.ledger.canonical.Json;
import org.parley.record.form.FieldType;
import org.parley.record.form.Problems;
import org.parley.space.Entered;

/** A footprint; see {@link Shape}. */
public record ShapeType() implements FieldType {
    @Override
    public void check(Json value, String at, Problems problems) {
        Entered<?> entered = switch (Shape.read(value)) {
            case Entered.Accepted<Shape>(Shape shape, var warnings) -> shape.footprint();
            case Entered.Refused<Shape> refused -> refused;
        };
        if (entered instanceof Entered.Refused<?> refused) {
            problems.addAll(at + ".", refused.problems());
        }
    }

    @Override
    public String asked() {
        return "a shape: {\"circle\":…}, {\"corridor\":…} or {\"area\":…}";
    }
}
