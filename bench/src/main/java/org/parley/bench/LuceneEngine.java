package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.locationtech.jts.geom.Envelope;
import org.parley.space.Activity;
import org.parley.space.separation.Minima;

/** The block k-d tree of Lucene over ranges of longitude, latitude, height and time, in memory, in one segment. */
final class LuceneEngine extends EnvelopeEngine {
    private static final String FIELD = "box";

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final List<Item> items = new ArrayList<>();
    private final IndexWriter writer;
    private final IndexSearcher searcher;

    LuceneEngine(List<Activity> activities, Minima minima) {
        super("Lucene BKD", minima);
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig().setUseCompoundFile(false).setMergePolicy(new LogDocMergePolicy()));
            fill(activities);
            writer.forceMerge(1);
            writer.close();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This way of merging keeps documents in the order in which they came: their numbers are those of the items. */
    @Override
    void insert(Envelope envelope, Item item) {
        Document document = new Document();
        document.add(new DoubleRange(
                FIELD,
                new double[] {envelope.getMinX(), envelope.getMinY(), item.lower, item.from},
                new double[] {envelope.getMaxX(), envelope.getMaxY(), item.upper, item.until}));
        items.add(item);
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void query(Envelope envelope, Item asked, Consumer<Item> visitor) {
        long high = minima().vertical();
        long lasting = minima().time();
        Query meets = DoubleRange.newIntersectsQuery(
                FIELD,
                new double[] {envelope.getMinX(), envelope.getMinY(), asked.lower - high, asked.from - lasting},
                new double[] {envelope.getMaxX(), envelope.getMaxY(), asked.upper + high, asked.until + lasting});
        try {
            searcher.search(meets, new Visitors(visitor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells a visitor of each document as it is found; answers that nothing is left to be told. */
    private final class Visitors implements CollectorManager<SimpleCollector, Boolean> {
        private final Consumer<Item> visitor;

        Visitors(Consumer<Item> visitor) {
            this.visitor = visitor;
        }

        @Override
        public SimpleCollector newCollector() {
            return new SimpleCollector() {
                @Override
                public void collect(int document) {
                    visitor.accept(items.get(document));
                }

                @Override
                public ScoreMode scoreMode() {
                    return ScoreMode.COMPLETE_NO_SCORES;
                }
            };
        }

        @Override
        public Boolean reduce(Collection<SimpleCollector> collectors) {
            return true;
        }
    }
}
