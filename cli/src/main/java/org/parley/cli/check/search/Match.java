package org.parley.cli.check.search;

import org.parley.cli.check.read.EnteredSite;
import org.parley.space.ActivityId;

/**
 * An activity that comes within the buffer of a site, whatever its heights and times.
 *
 * @param centimetres between the site and the nearest of the activity's volumes, to the nearest
 */
public record Match(EnteredSite site, ActivityId activity, long centimetres) {}
