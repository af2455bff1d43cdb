package org.parley.picture;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * How far each log is held here, and when who was last heard. It never changes.
 *
 * @param sizes of each log how many records, all from its beginning
 * @param spoken by its writer, the newest time of a record
 * @param receipts when who last held any log of whom
 * @param siteSaid when an owner last said anything of a site
 */
record Told(
        PMap<Origin, Long> sizes,
        PMap<PartyName, Long> spoken,
        PMap<Told.Receipts, Long> receipts,
        OptionalLong siteSaid) {
    static final Told NOTHING =
            new Told(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), OptionalLong.empty());

    private static final Comparator<Origin> EPOCHS = Comparator.<Origin>comparingInt(
                    log -> log.epoch().number())
            .thenComparing(log -> log.epoch().tag());

    /** Receipts over all logs of one party by another. */
    record Receipts(PartyName of, PartyName by) {}

    /** With a record; those of a log come in its order. */
    Told with(Held record) {
        return new Told(
                sizes.plus(record.origin(), Math.max(size(record.origin()), record.index() + 1)),
                later(spoken, record.writer(), record.envelope().at()),
                receipts,
                siteSaid);
    }

    /** With a receipt over a log, by a member at a time. */
    Told with(Origin log, PartyName member, long time) {
        return new Told(sizes, spoken, later(receipts, new Receipts(log.party(), member), time), siteSaid);
    }

    Told ofSite(Held record) {
        long at = Math.max(siteSaid.orElse(Long.MIN_VALUE), record.envelope().at());
        return new Told(sizes, spoken, receipts, OptionalLong.of(at));
    }

    private static <K> PMap<K, Long> later(PMap<K, Long> times, K of, long time) {
        return times.plus(of, Math.max(time, times.getOrDefault(of, Long.MIN_VALUE)));
    }

    long size(Origin log) {
        return sizes.getOrDefault(log, 0L);
    }

    /** A party's main log, in its newest epoch. */
    Optional<Origin> main(PartyName party) {
        return sizes.keySet().stream()
                .filter(log -> log.party().equals(party) && log.lane() == Lane.MAIN)
                .max(EPOCHS);
    }

    /** A member's last receipt over a party's logs, by its own clock. */
    OptionalLong receipt(PartyName of, PartyName by) {
        return time(receipts, new Receipts(of, by));
    }

    /** When a party last gave a receipt over anything, or said anything itself, by its own clock. */
    OptionalLong heard(PartyName party) {
        LongStream given = receipts.entrySet().stream()
                .filter(each -> each.getKey().by().equals(party))
                .mapToLong(Map.Entry::getValue);
        return LongStream.concat(given, time(spoken, party).stream()).max();
    }

    private static <K> OptionalLong time(PMap<K, Long> times, K of) {
        Long time = times.get(of);
        return time == null ? OptionalLong.empty() : OptionalLong.of(time);
    }
}
