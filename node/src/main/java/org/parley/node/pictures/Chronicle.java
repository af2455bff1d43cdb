package org.parley.node.pictures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.picture.Conflict;
import org.parley.picture.Picture;
import org.parley.record.agreement.Agreement;

/**
 * What became of a line's conflicts, and for how long machines were silent, since this node was started (domain §2.6). A picture
 * forgets what is gone, and which conflicts came and went depends on what arrived here first: so these figures are of this
 * node alone.
 */
public final class Chronicle {
    private static final long MINUTE = 60_000;

    private final PartyName me;
    private final Map<Hash, Long> coming = new HashMap<>();
    private final Set<Hash> begun = new HashSet<>();
    private final SortedMap<Long, Long> leads = new TreeMap<>();
    private final SortedMap<PartyName, Silences> silences = new TreeMap<>();
    private long found;
    private long ended;
    private long beginnings;

    /** From this picture on: what is in it already came before. */
    Chronicle(LinePicture from, long now) {
        me = from.me();
        for (Conflict conflict : from.picture().conflicts()) {
            if (start(conflict) > now) {
                coming.put(conflict.id(), start(conflict));
            } else {
                begun.add(conflict.id());
            }
        }
        for (PartyName peer : from.members()) {
            if (!peer.equals(me)) {
                silences.put(peer, new Silences(from.picture().line(me, peer, 0).answered()));
            }
        }
    }

    /**
     * The figures at an instant.
     *
     * @param found conflicts that came
     * @param ended of all that came or were there, those that were gone before both would have been there
     * @param begun those that stood when both were to be there
     * @param lead how long before that the former were gone: the median, in whole minutes, as milliseconds
     * @param silences of each other member
     */
    public record Figures(
            long found, long ended, long begun, OptionalLong lead, SortedMap<PartyName, Silences.Day> silences) {}

    synchronized void changed(Change change, long now) {
        Picture picture = change.after().picture();
        for (Hash id : picture.touched()) {
            picture.conflict(id).ifPresentOrElse(this::stands, () -> gone(id, now));
        }
        for (Change.Receipt receipt : change.receipts()) {
            if (!receipt.by().equals(me) && receipt.log().party().equals(me)) {
                silences.computeIfAbsent(receipt.by(), by -> new Silences(OptionalLong.empty()))
                        .answered(receipt.time());
            }
        }
    }

    private void stands(Conflict conflict) {
        boolean known = begun.contains(conflict.id());
        if (!known && coming.put(conflict.id(), start(conflict)) == null) {
            found++;
        }
    }

    private void gone(Hash id, long now) {
        Long start = coming.remove(id);
        if (start == null) {
            begun.remove(id);
        } else if (start > now) {
            ended++;
            leads.merge((start - now) / MINUTE, 1L, Long::sum);
        } else {
            beginnings++;
        }
    }

    private static long start(Conflict conflict) {
        return conflict.finding().separation().from();
    }

    synchronized Figures at(Picture picture, long now) {
        begin(now);
        begun.removeIf(id -> picture.conflict(id).isEmpty());
        long check = picture.agreement().orElse(Agreement.NONE).lineCheck();
        SortedMap<PartyName, Silences.Day> silent = new TreeMap<>();
        silences.forEach((peer, of) -> silent.put(peer, of.at(now, check)));
        return new Figures(found, ended, beginnings, median(), silent);
    }

    private void begin(long now) {
        for (Iterator<Map.Entry<Hash, Long>> each = coming.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Hash, Long> conflict = each.next();
            if (conflict.getValue() <= now) {
                each.remove();
                begun.add(conflict.getKey());
                beginnings++;
            }
        }
    }

    private OptionalLong median() {
        long left = (ended + 1) / 2;
        for (Map.Entry<Long, Long> lead : leads.entrySet()) {
            left -= lead.getValue();
            if (left <= 0) {
                return OptionalLong.of(lead.getKey() * MINUTE);
            }
        }
        return OptionalLong.empty();
    }
}
