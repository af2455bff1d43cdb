package org.parley.picture;

import java.util.List;
import java.util.OptionalLong;
import org.parley.space.Volume;
import org.parley.space.height.Band;
import org.parley.space.separation.Covering;
import org.parley.space.window.Window;

/**
 * Whether volumes lie inside others, where that is plain ({@link Covering}). Where it is not plain the answer is no, and the
 * old plan counts until it is acknowledged.
 */
final class Inside {
    private Inside() {}

    /** Whether each lies inside one of the others. */
    static boolean all(List<Volume> volumes, List<Volume> others) {
        return !volumes.isEmpty()
                && volumes.stream().allMatch(volume -> others.stream().anyMatch(other -> inside(volume, other)));
    }

    /** Where a volume only lasts longer than one of the others: the latest end of those that it continues, where it becomes new. */
    static OptionalLong continued(Volume volume, List<Volume> others) {
        return others.stream()
                .filter(other -> volume.window().from() < other.window().until()
                        && inside(cut(volume, other.window().until()), other))
                .mapToLong(other -> other.window().until())
                .max();
    }

    private static Volume cut(Volume volume, long until) {
        Window window = new Window(
                volume.window().from(), Math.min(until, volume.window().until()));
        return new Volume(volume.footprint(), volume.band(), window);
    }

    private static boolean inside(Volume volume, Volume other) {
        return volume.window().from() >= other.window().from()
                && volume.window().until() <= other.window().until()
                && inside(volume.band(), other.band())
                && Covering.covers(other.footprint(), volume.footprint());
    }

    /** Both as heights and, where both have them, as levels. */
    private static boolean inside(Band band, Band other) {
        boolean inMetres = band.hae().lower() >= other.hae().lower()
                && band.hae().upper() <= other.hae().upper();
        return switch (other) {
            case Band.Levels levels ->
                inMetres
                        && band instanceof Band.Levels own
                        && own.lower() >= levels.lower()
                        && own.upper() <= levels.upper();
            case Band.Metres metres -> inMetres && band instanceof Band.Metres;
        };
    }
}
