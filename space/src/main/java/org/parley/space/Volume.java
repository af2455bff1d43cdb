package org.parley.space;

import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/** A part of space and time: footprint × height band × window. */
public record Volume(Footprint footprint, Band band, Window window) {}
