package org.parley.space.vectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes {@code docs/vectors/separation} anew, by hand:
 * {@code mvn -pl space test -Dtest=VectorsWriter -Dparley.vectors=write}. Expected values come from the oracle and from
 * GeographicLib, never from the code that the vectors check.
 */
@EnabledIfSystemProperty(named = "parley.vectors", matches = "write")
class VectorsWriter {
    @Test
    void conflicts() {
        Json.write(
                "conflicts.json",
                "Two stored volumes under minima: do they conflict, and how far are they apart on each axis?",
                ConflictCases.all());
    }

    @Test
    void entry() {
        Json.write(
                "entry.json",
                "A geometry as it is entered: the footprint that is stored of it, or the fields for which it is refused.",
                EntryCases.all());
    }

    @Test
    void heights() {
        Json.write(
                "heights.json",
                "Two heights as they are stated, over a footprint, under terms: the band that is stored, or the fields"
                        + " for which it is refused.",
                HeightCases.all());
    }

    @Test
    void lines() {
        Json.write(
                "lines.json",
                "A control line and a footprint: how far it reaches on each side, and how near it comes.",
                LineCases.all());
    }

    @Test
    void sites() {
        Json.write("sites.json", "A place and the volumes nearest to it, nearest first.", SiteCases.all());
    }

    @Test
    void endings() {
        Json.write(
                "endings.json",
                "An activity, all others, minima: the earliest later start and the nearest free band.",
                EndingCases.all());
    }
}
