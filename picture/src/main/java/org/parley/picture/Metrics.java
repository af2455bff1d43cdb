package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.PartyName;
import org.parley.space.window.Window;

/**
 * How a party keeps its duties and gives notice, over a period: the same figures on every node (domain §2.6).
 *
 * @param duties by what is owed
 * @param notices versions of activities that the party said in the period
 * @param shortNotice of those, how many came to somebody later than the agreement says
 */
public record Metrics(SortedMap<String, Kept> duties, long notices, long shortNotice) {
    /**
     * Duties of one kind that fell to the party in the period. Times run from its own receipt to its answer, by its own clock.
     *
     * @param owed how many
     * @param met how many were met by the end of the period
     * @param inTime how many of those in time
     * @param median milliseconds; empty where none was met
     * @param p95 milliseconds that 95 of 100 did not exceed, by nearest rank
     */
    public record Kept(long owed, long met, long inTime, OptionalLong median, OptionalLong p95) {}

    /** Of a party's duties that began, and the notices that it gave, in a period. */
    static Metrics of(Picture picture, PartyName party, Window period) {
        SortedMap<String, List<Duty>> byWhat = new TreeMap<>();
        long notices = 0;
        long late = 0;
        for (Subject subject : picture.subjects()) {
            for (Duty duty : picture.duties(subject.name())) {
                if (duty.owedBy().equals(party)
                        && duty.since().isPresent()
                        && holds(period, duty.since().getAsLong())) {
                    byWhat.computeIfAbsent(duty.what(), what -> new ArrayList<>())
                            .add(duty);
                }
            }
            if (subject.owner().equals(party) && subject.kind().name().equals("activity")) {
                for (Version version : subject.versions()) {
                    boolean within = holds(period, version.record().envelope().at());
                    notices += within ? 1 : 0;
                    late += within && isShort(picture, subject, version) ? 1 : 0;
                }
            }
        }
        SortedMap<String, Kept> kept = new TreeMap<>();
        for (Map.Entry<String, List<Duty>> each : byWhat.entrySet()) {
            kept.put(each.getKey(), kept(each.getValue(), period.until()));
        }
        return new Metrics(kept, notices, late);
    }

    private static boolean holds(Window period, long instant) {
        return instant >= period.from() && instant < period.until();
    }

    private static boolean isShort(Picture picture, Subject subject, Version version) {
        return picture.breaches(subject.name()).stream()
                .anyMatch(breach -> breach.what() == Breach.What.LEAD_TIME
                        && breach.about().equals(version.record().ref()));
    }

    private static Kept kept(List<Duty> duties, long end) {
        List<Duty> met = duties.stream()
                .filter(duty -> switch (duty.at(end)) {
                    case MET, MET_LATE -> true;
                    case NOT_DELIVERED, RUNNING, SUPERVISOR, OVERDUE -> false;
                })
                .toList();
        long inTime =
                met.stream().filter(duty -> duty.at(end) == Duty.Stage.MET).count();
        long[] times = met.stream()
                .mapToLong(duty -> duty.met().orElseThrow().at() - duty.since().orElseThrow())
                .sorted()
                .toArray();
        return new Kept(duties.size(), met.size(), inTime, rank(times, 50), rank(times, 95));
    }

    private static OptionalLong rank(long[] sorted, int percent) {
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
    }
}
