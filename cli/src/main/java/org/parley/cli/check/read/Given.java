package org.parley.cli.check.read;

import java.util.Optional;
import org.parley.space.Volume;

/**
 * A volume that was read, and where.
 *
 * @param number the how manieth of all volumes read, from 0
 * @param text the feature as it stood in the file, where the output needs it
 */
public record Given(int number, Volume volume, Origin origin, Optional<String> text) {}
