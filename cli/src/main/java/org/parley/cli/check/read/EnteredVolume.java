package org.parley.cli.check.read;

import org.parley.space.ActivityId;
import org.parley.space.Volume;

/** A volume and the activity that it belongs to. */
record EnteredVolume(ActivityId id, String kind, Volume volume) {}
