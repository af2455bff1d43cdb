package org.parley.cli.check.read;

import java.util.List;
import java.util.Map;
import org.parley.space.Problem;

/**
 * A feature as it stood in the file.
 *
 * @param geometry the type of its geometry; empty where there is none
 * @param coordinates the positions of its geometry
 * @param properties what is understood of its properties; one that is null is left out
 * @param problems what is wrong with it as a feature
 */
record RawFeature(String geometry, Coordinates coordinates, Map<Property, Value> properties, List<Problem> problems) {}
