package org.parley.record.volume;

import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.FieldType;
import org.parley.record.form.Problems;
import org.parley.space.Problem;

/** A place; see {@link Positions}. */
public record PlaceType() implements FieldType {
    @Override
    public void check(Json value, String at, Problems problems) {
        List<Problem> found = new ArrayList<>();
        Positions.place(value, at, found);
        problems.addAll("", found);
    }

    @Override
    public String asked() {
        return "a place on WGS 84: longitude and latitude in 1e-7 degree, like [406200000,350300000]";
    }
}
