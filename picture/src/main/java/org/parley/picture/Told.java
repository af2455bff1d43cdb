package org.parley.picture;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
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
 * @param receipts when who first and last held any log of whom
 * @param siteSaid when an owner last said anything of a site
 */
record Told(
        PMap<Origin, Long> sizes,
        PMap<PartyName, Long> spoken,
        PMap<Told.Receipts, Told.Times> receipts,
        OptionalLong siteSaid) {
    static final Told NOTHING =
            new Told(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), OptionalLong.empty());

    private static final Comparator<Origin> EPOCHS = Comparator.<Origin>comparingInt(
                    log -> log.epoch().number())
            .thenComparing(log -> log.epoch().tag());

    /** Receipts over all logs of one party by another. */
    record Receipts(PartyName of, PartyName by) {}

    /** The times of the first and the last of them, in milliseconds, by the clock of who gave them. */
    record Times(long first, long last) {
        static Times of(long time) {
            return new Times(time, time);
        }

        Times with(long time) {
            return new Times(Math.min(first, time), Math.max(last, time));
        }
    }

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
        Receipts given = new Receipts(log.party(), member);
        Times times = Optional.ofNullable(receipts.get(given))
                .map(before -> before.with(time))
                .orElse(Times.of(time));
        return new Told(sizes, spoken, receipts.plus(given, times), siteSaid);
    }

    /** With a log of which so many records were taken that are at rest, and when its writer last said anything. */
    Told with(Origin log, long size, long at) {
        return new Told(sizes.plus(log, Math.max(size(log), size)), later(spoken, log.party(), at), receipts, siteSaid);
    }

    /** Of each log how much was taken. */
    Map<Origin, AtRest.Taken> taken() {
        return sizes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        log -> new AtRest.Taken(
                                log.getValue(),
                                Optional.ofNullable(spoken.get(log.getKey().party()))
                                        .orElseThrow())));
    }

    Told ofSite(Held record) {
        long at = Math.max(siteSaid.orElse(Long.MIN_VALUE), record.envelope().at());
        return new Told(sizes, spoken, receipts, OptionalLong.of(at));
    }

    private static PMap<PartyName, Long> later(PMap<PartyName, Long> times, PartyName of, long time) {
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

    /** When a member first and last gave a receipt over a party's logs. */
    Optional<Times> receipts(PartyName of, PartyName by) {
        return Optional.ofNullable(receipts.get(new Receipts(of, by)));
    }

    /** When a party last gave a receipt over anything, or said anything itself, by its own clock. */
    OptionalLong heard(PartyName party) {
        LongStream given = receipts.entrySet().stream()
                .filter(each -> each.getKey().by().equals(party))
                .mapToLong(each -> each.getValue().last());
        LongStream said = Optional.ofNullable(spoken.get(party)).stream().mapToLong(time -> time);
        return LongStream.concat(given, said).max();
    }
}
