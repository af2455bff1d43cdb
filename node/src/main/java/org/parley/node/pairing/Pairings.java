package org.parley.node.pairing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.words.SixWords;
import org.parley.link.Address;
import org.parley.link.PairingConnection;
import org.parley.link.PairingDesk;
import org.parley.node.Node;
import org.parley.node.journal.Journal;

/**
 * The pairings of a node: one is under way at a time, and past invitations still answer who comes late, from memory alone. A
 * process that ends forgets them all: then their codes are of no use.
 */
public final class Pairings implements PairingDesk, AutoCloseable {
    /** How long an invitation may be open: a code that lies about for days is found by somebody. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Past invitations that still answer: more codes than an officer reads out in the time in which they are kept. */
    private static final int KEPT = 16;

    /** Seconds after its expiry for which an invitation answers: a joiner that confirmed asks for no longer. */
    private static final long KEPT_FOR = 600;

    private final Node node;
    private final Journal journal = new Journal();
    private final Deque<Inviting> invitings = new ArrayDeque<>();
    private Optional<Dialogue> current = Optional.empty();
    private boolean closed;

    /** Of this node, which is to be connected with these as its desk. */
    public Pairings(Node node) {
        this.node = node;
    }

    /** An invitation that is open. */
    public record Invited(InviteCode code, Dialogue dialogue) {}

    /**
     * Opens an invitation.
     *
     * @param root our secret root key
     * @param stated where the other side dials us, if that is not where we listen
     * @param open how long it is good for
     */
    public Invited invite(SigningKey root, Optional<Address> stated, Duration open) {
        if (open.toSeconds() < 1 || open.compareTo(LONGEST) > 0) {
            throw Refused.malformed("an invitation is open for a second to " + LONGEST.toHours() + " hours");
        }
        Address address = stated.orElseGet(() -> Reach.ofInviter(node.listening()));
        Side side = new Side(node, root, Optional.of(address));
        byte[] secret = new byte[InviteCode.SECRET];
        node.options().random().nextBytes(secret);
        long expiry = node.options().clock().millis() / 1_000 + open.toSeconds();
        InviteCode code = InviteCode.of(spoken(address), node.tlsPin(), Bytes.of(secret), expiry);
        Dialogue dialogue = new Dialogue(
                code,
                true,
                paired -> side.found(paired, Optional.empty()),
                node.options().clock());
        begin(dialogue, Optional.of(new Inviting(side, dialogue)));
        return new Invited(code, dialogue);
    }

    /** An address as it stands in a code, in small letters; {@link Refused} where it has another form. */
    private static org.parley.ledger.pairing.Address spoken(Address address) {
        try {
            return org.parley.ledger.pairing.Address.of(address.toString().toLowerCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(address + ": " + wrong.getMessage());
        }
    }

    /**
     * Joins who made a code.
     *
     * @param root our secret root key
     * @param stated where we can be dialled, if that is not where we listen
     */
    public Dialogue join(SigningKey root, Optional<Address> stated, InviteCode code) {
        Address inviter = Address.of(code.address().toString());
        Side side = new Side(node, root, stated.or(() -> Reach.ofJoiner(node.listening(), inviter)));
        side.address().ifPresent(Pairings::spoken);
        Dialogue dialogue = new Dialogue(
                code,
                false,
                paired -> side.found(paired, Optional.of(inviter)),
                node.options().clock());
        begin(dialogue, Optional.empty());
        try {
            new Joining(side, dialogue).begin();
        } catch (Refused refused) {
            dialogue.end("unreached", refused.why());
            throw refused;
        }
        return dialogue;
    }

    private synchronized void begin(Dialogue dialogue, Optional<Inviting> inviting) {
        if (closed) {
            throw new Refused(Refused.Reason.FENCED, "the node stops");
        }
        current.ifPresent(Dialogue::tick);
        if (current.filter(under -> !under.isOver()).isPresent()) {
            throw new Refused(Refused.Reason.STALE, "another pairing is under way in this node: end that one first");
        }
        current = Optional.of(dialogue);
        long now = dialogue.now();
        invitings.removeIf(past -> now > past.dialogue().code().expiry() + KEPT_FOR);
        if (inviting.isPresent()) {
            if (invitings.size() == KEPT) {
                invitings.removeFirst();
            }
            invitings.addLast(inviting.get());
        }
    }

    private synchronized Dialogue current() {
        return current.filter(under -> !under.isOver())
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no pairing is under way in this node"));
    }

    /** The pairing that is under way; {@link Refused} where none is. */
    public Dialogue underWay() {
        return current();
    }

    /** Confirms the pairing that is under way by the words that the other officer read out. */
    public void heard(SixWords words) {
        current().heard(words);
    }

    private synchronized List<Inviting> invitings() {
        return List.copyOf(invitings);
    }

    /** The oldest first: who comes late to one of those is no stranger to the one that is open. */
    @Override
    public void paired(PairingConnection connection) {
        try {
            Optional<Bytes> first = connection.read().map(Bytes::of);
            Optional<Inviting> host = first.flatMap(message -> invitings().stream()
                    .filter(inviting -> inviting.takes(connection, message))
                    .findFirst());
            host.ifPresentOrElse(
                    inviting -> inviting.dialogue().listen(connection), () -> turnedAway(connection, "no invitation"));
        } catch (IOException gone) {
            turnedAway(connection, String.valueOf(gone.getMessage()));
        }
    }

    private void turnedAway(PairingConnection connection, String why) {
        journal.detail(
                "no pairing",
                Json.Obj.builder().put("address", connection.peerAddress()).put("why", why));
    }

    /** Gives up what is under way; nothing begins any more. */
    @Override
    public void close() {
        Optional<Dialogue> last;
        synchronized (this) {
            closed = true;
            last = current;
        }
        last.ifPresent(under -> under.decline("this node stops"));
    }
}
