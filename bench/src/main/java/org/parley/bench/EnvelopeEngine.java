package org.parley.bench;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;

/**
 * An index of a peer over envelopes in degrees. Windows and bands lie beside each item as plain numbers and are compared
 * before the exact test, which is that of {@code space}: the peers differ in how candidates are found, and in nothing else.
 */
abstract class EnvelopeEngine implements Engine {
    private final String name;
    private final Minima minima;

    EnvelopeEngine(String name, Minima minima) {
        this.name = name;
        this.minima = minima;
    }

    /** Takes all activities, each by its first volume. */
    void fill(List<Activity> activities) {
        for (Activity activity : activities) {
            Volume volume = activity.volumes().getFirst();
            List<Envelope> envelopes = Envelopes.around(volume.footprint(), 0);
            Item item = new Item(activity.id(), volume, envelopes.size() > 1);
            envelopes.forEach(envelope -> insert(envelope, item));
        }
    }

    abstract void insert(Envelope envelope, Item item);

    /** Offers every item whose envelope meets one, and may leave out what is not near the item that asks. */
    abstract void query(Envelope envelope, Item asked, Consumer<Item> visitor);

    /** What is put into an index: a volume, once for each envelope. */
    static final class Item {
        final long from;
        final long until;
        final long lower;
        final long upper;
        private final ActivityId id;
        private final Volume volume;
        private final boolean split;

        private Item(ActivityId id, Volume volume, boolean split) {
            this.id = id;
            this.volume = volume;
            this.split = split;
            this.from = volume.window().from();
            this.until = volume.window().until();
            Band.Metres hae = volume.band().hae();
            this.lower = hae.lower();
            this.upper = hae.upper();
        }

        private boolean near(Item other, Minima minima) {
            return from < other.until + minima.time()
                    && other.from < until + minima.time()
                    && lower <= other.upper + minima.vertical()
                    && other.lower <= upper + minima.vertical();
        }
    }

    @Override
    public String name() {
        return name;
    }

    Minima minima() {
        return minima;
    }

    @Override
    public void conflicts(Activity probe, Found found) {
        boolean[] twice = {false};
        ActivityId id = probe.id();
        Volume volume = probe.volumes().getFirst();
        visit(probe, twice, item -> {
            if (!item.id.party().equals(id.party()) && ExactTest.conflict(volume, item.volume, minima)) {
                found.add(item.id);
            }
        });
        if (twice[0]) {
            found.distinct();
        }
    }

    @Override
    public int candidates(Activity probe) {
        int[] count = {0};
        visit(probe, new boolean[1], item -> count[0]++);
        return count[0];
    }

    /** Offers every item near the probe by envelope, window and band; {@code twice} tells that one may come twice. */
    private void visit(Activity probe, boolean[] twice, Consumer<Item> visitor) {
        Volume volume = probe.volumes().getFirst();
        List<Envelope> envelopes = Envelopes.around(volume.footprint(), minima.horizontal() / 100.0 + 0.05);
        Item asked = new Item(probe.id(), volume, envelopes.size() > 1);
        for (Envelope envelope : envelopes) {
            query(envelope, asked, item -> {
                if (item.near(asked, minima)) {
                    twice[0] |= item.split || asked.split;
                    visitor.accept(item);
                }
            });
        }
    }
}
