package org.parley.bench;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;
import org.parley.space.Activity;
import org.parley.space.separation.Minima;

/** A packed tree of JTS, in two dimensions. */
final class JtsEngine extends EnvelopeEngine {
    private final SpatialIndex tree;

    private JtsEngine(String name, SpatialIndex tree, List<Activity> activities, Minima minima) {
        super(name, minima);
        this.tree = tree;
        fill(activities);
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

    @Override
    void insert(Envelope envelope, Item item) {
        tree.insert(envelope, item);
    }

    @Override
    void query(Envelope envelope, Item asked, Consumer<Item> visitor) {
        tree.query(envelope, object -> visitor.accept((Item) object));
    }
}
