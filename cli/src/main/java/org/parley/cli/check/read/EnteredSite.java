package org.parley.cli.check.read;

import java.util.OptionalDouble;
import org.parley.space.footprint.Footprint;

/**
 * A place that a party notified.
 *
 * @param buffer metres around it within which an activity is reported; empty for the default
 */
public record EnteredSite(String site, String party, Footprint footprint, OptionalDouble buffer) {}
