package org.parley.bench;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;

/**
 * A packed tree of JTS over envelopes in degrees. Windows and bands lie beside each item as plain numbers and are
 * compared before the exact test, which is that of {@code space}: the peers differ in how candidates are found, and in
 * nothing else.
 */
final class JtsEngine implements Engine {
    private final String name;
    private final SpatialIndex tree;
    private final Minima minima;

    private JtsEngine(String name, SpatialIndex tree, List<Activity> activities, Minima minima) {
        this.name = name;
        this.tree = tree;
        this.minima = minima;
        for (Activity activity : activities) {
            Volume volume = activity.volumes().getFirst();
            List<Envelope> envelopes = Envelopes.around(volume.footprint(), 0);
            Item item = new Item(activity.id(), volume, envelopes.size() > 1);
            envelopes.forEach(envelope -> tree.insert(envelope, item));
        }
    }

    static JtsEngine hpr(List<Activity> activities, Minima minima) {
        HPRtree tree = new HPRtree();
        JtsEngine engine = new JtsEngine("JTS HPRtree", tree, activities, minima);
        tree.build();
        return engine;
    }

    static JtsEngine str(List<Activity> activities, Minima minima) {
        STRtree tree = new STRtree();
        JtsEngine engine = new JtsEngine("JTS STRtree", tree, activities, minima);
        tree.build();
        return engine;
    }

    private static final class Item {
        private final ActivityId id;
        private final Volume volume;
        private final boolean split;
        private final long from;
        private final long until;
        private final long lower;
        private final long upper;

        Item(ActivityId id, Volume volume, boolean split) {
            this.id = id;
            this.volume = volume;
            this.split = split;
            this.from = volume.window().from();
            this.until = volume.window().until();
            Band.Metres hae = volume.band().hae();
            this.lower = hae.lower();
            this.upper = hae.upper();
        }

        boolean near(Item other, Minima minima) {
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
            tree.query(envelope, object -> {
                Item item = (Item) object;
                if (item.near(asked, minima)) {
                    twice[0] |= item.split || asked.split;
                    visitor.accept(item);
                }
            });
        }
    }
}
