package org.parley.picture;

import java.util.Comparator;
import java.util.OptionalLong;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.separation.ExactTest;

/**
 * What a party says lies at a place.
 *
 * @param onSaid which of its volumes does
 * @param onPlace which of the place's volumes it touches
 * @param distance centimetres to the place itself, without the buffer of a site
 */
record Touch(Said said, int onSaid, Said place, int onPlace, long distance) {
    private static final Comparator<Touch> NEAREST = Comparator.<Touch>comparingLong(Touch::distance)
            .thenComparingInt(Touch::onSaid)
            .thenComparingInt(Touch::onPlace);

    static Touch of(Said said, int onSaid, Said place, int onPlace) {
        Footprint footprint = said.taken().get(onSaid).volume().footprint();
        return new Touch(
                said, onSaid, place, onPlace, distance(footprint, place.taken().get(onPlace)));
    }

    /** Centimetres from a footprint to a place itself. */
    static long distance(Footprint footprint, Taken place) {
        return ExactTest.measure(footprint, place.core())
                .map(horizontal -> Math.round(horizontal.metres() * 100))
                .orElseThrow(() -> new IllegalStateException("what is near can be measured"));
    }

    static Touch nearer(Touch one, Touch other) {
        return NEAREST.compare(other, one) < 0 ? other : one;
    }

    /** Between two that are written. */
    Match match() {
        return new Match(
                said.name(),
                said.taken().get(onSaid).about().orElseThrow(),
                place.name(),
                place.taken().get(onPlace).about().orElseThrow(),
                distance,
                distance == 0 ? inside() : OptionalLong.empty());
    }

    private OptionalLong inside() {
        Footprint one = said.taken().get(onSaid).volume().footprint();
        Footprint other = place.taken().get(onPlace).core();
        double apart = ExactTest.measure(one.withBuffer(0), other.withBuffer(0))
                .orElseThrow()
                .metres();
        boolean byEdge = one.chain().kind() == Chain.Kind.AREA || other.chain().kind() == Chain.Kind.AREA;
        return apart == 0 && byEdge
                ? OptionalLong.empty()
                : OptionalLong.of(one.buffer() + other.buffer() - Math.round(apart * 100));
    }
}
