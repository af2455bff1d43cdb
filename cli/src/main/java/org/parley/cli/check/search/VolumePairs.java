package org.parley.cli.check.search;

import java.io.Serial;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.parley.space.Activity;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;

/**
 * All conflicting pairs of volumes, each as one number: volumes are numbered through in the order of activities, and the
 * number of the earlier stands in the upper half. So a pair takes 8 bytes, and sorting gives the same order whatever
 * thread found it when.
 */
final class VolumePairs {
    /** Beyond it the pairs would fill the memory, and no one reads them: 400 MB. */
    static final int MOST = 50_000_000;

    private static final int SLOTS_AT_ONCE = 512;

    /** By the very activities that the snapshot holds: ids are strings, and lie far away. */
    private final IdentityHashMap<Activity, Integer> numbers;

    private final int[] firstVolume;
    private final AtomicLong found = new AtomicLong();

    private VolumePairs(List<Activity> activities) {
        numbers = new IdentityHashMap<>(activities.size());
        firstVolume = firstVolumes(activities);
        for (int i = 0; i < activities.size(); i++) {
            numbers.put(activities.get(i), i);
        }
    }

    /** For each activity the number of its first volume; one entry more than activities. */
    static int[] firstVolumes(List<Activity> activities) {
        int[] first = new int[activities.size() + 1];
        for (int i = 0; i < activities.size(); i++) {
            first[i + 1] = first[i] + activities.get(i).volumes().size();
        }
        return first;
    }

    /**
     * Finds them on all cores.
     *
     * @param activities in the order of their ids, all that is in the snapshot
     * @param progress told how many percent are searched
     */
    static long[] find(List<Activity> activities, Snapshot snapshot, Parties parties, IntConsumer progress)
            throws TooMany {
        return new VolumePairs(activities).find(snapshot, parties, progress);
    }

    private long[] find(Snapshot snapshot, Parties parties, IntConsumer progress) throws TooMany {
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Longs>> parts = IntStream.range(0, threads)
                    .mapToObj(thread -> workers.submit(() -> part(snapshot, parties, next, progress)))
                    .toList();
            long[][] all = new long[threads][];
            for (int i = 0; i < threads; i++) {
                all[i] = parts.get(i).get().toArray();
            }
            if (found.get() > MOST) {
                throw new TooMany();
            }
            return joined(all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Full full -> throw new TooMany();
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** Ends a search from within. */
    private static final class Full extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Full() {
            super("", null, false, false);
        }
    }

    private Longs part(Snapshot snapshot, Parties parties, AtomicInteger next, IntConsumer progress) {
        Longs pairs = new Longs();
        int slots = snapshot.slots();
        int from = next.getAndAdd(SLOTS_AT_ONCE);
        while (from < slots && from >= 0 && found.get() <= MOST) {
            int before = pairs.size();
            snapshot.selfJoin(parties, from, Math.min(slots, from + SLOTS_AT_ONCE), (a, i, b, j) -> {
                pairs.add((long) volume(a, i) << 32 | volume(b, j));
                if (pairs.size() - before + found.get() > MOST) {
                    throw new Full();
                }
            });
            found.addAndGet(pairs.size() - before);
            progress.accept((int) (100L * from / slots));
            from = next.getAndAdd(SLOTS_AT_ONCE);
        }
        return pairs;
    }

    private int volume(Activity activity, int number) {
        return firstVolume[numbers.getOrDefault(activity, 0)] + number;
    }

    private static long[] joined(long[][] parts) {
        long[] all = new long[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        Arrays.sort(all);
        return all;
    }
}
