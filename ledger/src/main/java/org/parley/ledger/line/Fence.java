package org.parley.ledger.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.keys.KeyHistory;

/**
 * Whether our logs of one line may be signed. A node that starts on an old copy of its disk would sign a second history; so
 * after a start nothing is signed until the other members have said what they hold of us and it is here again, or nothing
 * suggests an old copy, or else the logs go on in a successor epoch.
 */
public final class Fence {
    /** What may be signed. */
    public enum State {
        /** Nothing yet: others are asked what they hold of our logs. */
        ASKING,
        /** Everything. */
        OPEN,
        /** Not in the old epoch: the next record begins a new one, unless the other members say before it that nothing is lost. */
        SUCCESSOR,
        /** Nothing: two live copies of this node were seen. Only a new start with one copy ends it. */
        CLONED
    }

    private final LineBook line;
    private final Image.Trust trust;
    private final Map<Origin, Long> mark;
    private final long deadline;
    private final Map<PartyName, Map<Origin, Long>> said = new HashMap<>();
    private final Map<Origin, Long> everHeld = new HashMap<>();
    private final Map<Origin, Long> everReceipted = new HashMap<>();
    private State state = State.ASKING;
    private boolean newest;
    private boolean asked;
    private long fetchedSoFar = -1;
    private long fetchedAt;
    private String why = "the other members have not yet said what they hold of our logs";

    /** A line of a node that has just started. */
    Fence(LineBook line, Image.Trust trust, Map<Origin, Long> mark, long deadline) {
        this.line = line;
        this.trust = trust;
        this.mark = mark;
        this.deadline = deadline;
    }

    /** A line that began in this run: there can be no other copy of it. */
    static Fence open(LineBook line) {
        Fence fence = new Fence(line, Image.Trust.CLEAN, Map.of(), 0);
        fence.state = State.OPEN;
        fence.newest = true;
        fence.asked = true;
        fence.why = "";
        return fence;
    }

    State state() {
        return state;
    }

    String why() {
        return why;
    }

    /** Whether this disk is known to be the newest state of this node, what it holds of others included. */
    boolean isNewest() {
        return newest;
    }

    /** Whether every member that can be reached has had the time to say what it holds. */
    boolean hasAsked() {
        return asked;
    }

    /**
     * A member said what it has of our logs; what it said before it may have lost since. A receipt over more than anybody holds
     * tells that we have signed more.
     */
    void said(PartyName member, Greeting.OfOurs logs) {
        said.put(member, Map.copyOf(logs.held()));
        logs.held().forEach((origin, size) -> everHeld.merge(origin, size, Math::max));
        logs.receipted().forEach((origin, size) -> everReceipted.merge(origin, size, Math::max));
    }

    /** Two live copies of this node were seen. */
    void cloned() {
        state = State.CLONED;
        why = "two live copies of this node were seen; stop one, then start the other again";
    }

    /** Decides, where it can be decided now; that a new epoch begins is decided again until its first record begins it. */
    void look(Books books, long now) {
        boolean all = said.keySet().containsAll(others());
        asked |= all || now >= deadline;
        if (state == State.CLONED || newest) {
            return;
        }
        if (state == State.OPEN) {
            newest = all && fetched(books) && holdsAll(books, everHeld) && !isShort(books, receipted(books));
            return;
        }
        if (!asked) {
            return;
        }
        if (!fetched(books)) {
            if (state == State.SUCCESSOR) {
                return;
            }
            why = "what others hold of our logs is being fetched back";
            if (comesStill(books, now)) {
                return;
            }
        }
        boolean sure = switch (trust) {
            case CLEAN, SAME_BOOT -> true;
            case UNKNOWN -> all;
            case MARK_LOST -> all && !others().isEmpty();
        };
        boolean lost = isShort(books, mark) || isShort(books, receipted(books)) || !holdsAll(books, everHeld);
        state = sure && !lost ? State.OPEN : State.SUCCESSOR;
        newest = state == State.OPEN;
        why = state == State.OPEN
                ? ""
                : lost
                        ? "the database lacks records that this node has signed"
                        : "not every member could be asked, and this may be an old copy of the node";
    }

    /**
     * Whether more of our logs has come back lately. Not everything does: a member may say that it holds what it does not, or
     * what cannot be taken, and that must not keep us from speaking.
     */
    private boolean comesStill(Books books, long now) {
        long here = books.logs(line.line(), line.me()).stream()
                .mapToLong(LogState::size)
                .sum();
        if (here > fetchedSoFar) {
            fetchedSoFar = here;
            fetchedAt = now;
        }
        return now < fetchedAt + Limits.FETCH_PATIENCE;
    }

    /** Over how much of our logs others have given receipts, as they say and as is known here: an old disk may have heard of it. */
    private Map<Origin, Long> receipted(Books books) {
        Map<Origin, Long> sizes = new HashMap<>(everReceipted);
        for (Books.Of of : books.receipted(line.line())) {
            sizes.merge(of.origin(), books.last(of.origin(), of.member()).size(), Math::max);
        }
        return sizes;
    }

    /** Whether one of our logs that goes on was longer than it is here. */
    private boolean isShort(Books books, Map<Origin, Long> sizes) {
        return sizes.entrySet().stream()
                .filter(entry -> entry.getKey().line().equals(line.line()))
                .filter(entry -> entry.getKey().party().equals(line.me()) && !isSuperseded(books, entry.getKey()))
                .anyMatch(entry -> books.log(entry.getKey())
                        .map(log -> goesOn(books, log) && log.size() < entry.getValue())
                        .orElse(entry.getValue() > 0));
    }

    private boolean isSuperseded(Books books, Origin origin) {
        return books.current(line.line(), line.me(), origin.lane())
                .filter(log -> log.origin().epoch().number() > origin.epoch().number())
                .isPresent();
    }

    /** An ended log goes on too where no other counts: an epoch that was lost, and came back when its successor was void. */
    private boolean goesOn(Books books, LogState log) {
        Optional<LogState> current =
                books.current(line.line(), line.me(), log.origin().lane());
        return log.state() != LogImage.State.ENDED
                || current.filter(it -> it.origin().equals(log.origin())).isPresent();
    }

    /** Whether what others hold of us now is here again, whole epochs too. */
    private boolean fetched(Books books) {
        return said.values().stream().allMatch(held -> holdsAll(books, held));
    }

    /** Whether so much of our logs is here, but for what a revocation made void. */
    private boolean holdsAll(Books books, Map<Origin, Long> sizes) {
        KeyHistory own = books.line(line.line()).orElse(line).own();
        return sizes.entrySet().stream().allMatch(held -> {
            Origin origin = held.getKey();
            long counting = own.voidAfter(origin.lane(), origin.epoch()).orElse(Long.MAX_VALUE);
            return books.log(origin).map(LogState::size).orElse(0L) >= Math.min(held.getValue(), counting);
        });
    }

    private Set<PartyName> others() {
        Set<PartyName> others = new HashSet<>(line.keys().keySet());
        others.remove(line.me());
        return others;
    }

    /** A successor epoch began: it may be signed. */
    void begun() {
        state = State.OPEN;
        why = "";
    }
}
