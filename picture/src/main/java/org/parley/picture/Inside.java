package org.parley.picture;

import java.util.List;
import java.util.OptionalLong;
import org.parley.space.Volume;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/**
 * Whether volumes lie inside others, where that is plain: the same outline no wider, or a circle in a circle. Where it is
 * not plain the answer is no, and the old plan counts until it is acknowledged.
 */
final class Inside {
    /** Centimetres by which a circle must lie inside: more than the places are quantised by. */
    private static final long PLAIN = 2;

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
                && inside(volume.footprint(), other.footprint());
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

    private static boolean inside(Footprint footprint, Footprint other) {
        if (same(footprint.chain(), other.chain())) {
            return footprint.buffer() <= other.buffer();
        }
        if (footprint.chain().kind() != Chain.Kind.POINT || other.chain().kind() != Chain.Kind.POINT) {
            return false;
        }
        Place one = footprint.chain().place(0);
        Place two = other.chain().place(0);
        return StrictMath.ceil(Geodesic.distance(one, two) * 100) + footprint.buffer() + PLAIN <= other.buffer();
    }

    private static boolean same(Chain chain, Chain other) {
        if (chain.kind() != other.kind() || chain.size() != other.size() || chain.parts() != other.parts()) {
            return false;
        }
        for (int i = 0; i < chain.size(); i++) {
            if (!chain.place(i).equals(other.place(i))) {
                return false;
            }
        }
        for (int part = 0; part < chain.parts(); part++) {
            if (chain.partStart(part) != other.partStart(part)) {
                return false;
            }
        }
        return chain.polygons() == other.polygons();
    }
}
