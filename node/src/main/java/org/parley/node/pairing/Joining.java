package org.parley.node.pairing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.pairing.Pairing;
import org.parley.ledger.pairing.Pins;
import org.parley.link.Address;
import org.parley.link.PairingConnection;

/** Dials the inviter, and again when the connection broke, until the pairing is over. */
final class Joining {
    /** Between two attempts to dial. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Seconds after the expiry for which a joiner that confirmed asks for the inviter's word: clocks differ. */
    private static final long GRACE = 300;

    private final Side side;
    private final Dialogue dialogue;
    private final InviteCode code;
    private final Address address;

    Joining(Side side, Dialogue dialogue) {
        this.side = side;
        this.dialogue = dialogue;
        code = dialogue.code();
        address = Address.of(code.address().toString());
    }

    /** Dials and says the first message; {@link Refused} where nobody is reached, or another than the inviter. */
    void begin() {
        PairingConnection connection = dial();
        try {
            Pins pins = new Pins(side.node().tlsPin(), connection.peerPin());
            dialogue.begin(Pairing.join(code, pins, side.reveal(), dialogue.now()), connection);
        } catch (Refused refused) {
            connection.close();
            throw refused;
        }
        Hash inviter = connection.peerPin();
        Thread.ofVirtual().name("joining " + address).start(() -> run(connection, inviter));
    }

    private PairingConnection dial() {
        code.refuseAfterExpiry(dialogue.now());
        try {
            return side.node().pair(address);
        } catch (UnknownHostException e) {
            throw notReached("there is no such host");
        } catch (ConnectException e) {
            throw notReached("nobody listens there");
        } catch (IOException e) {
            throw notReached(String.valueOf(e.getMessage()));
        }
    }

    private Refused notReached(String why) {
        return new Refused(Refused.Reason.UNKNOWN, "the inviter at " + address + " cannot be reached: " + why);
    }

    private void run(PairingConnection first, Hash inviter) {
        try {
            Optional<PairingConnection> next = Optional.of(first);
            long heard = System.nanoTime();
            while (next.isPresent()) {
                boolean came;
                try (PairingConnection connection = next.get()) {
                    came = dialogue.listen(connection);
                }
                if (came) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > patience().toNanos()) {
                    dialogue.end(
                            "silent",
                            "the inviter ends each connection without a word: it knows no such invitation any more");
                }
                next = again(inviter);
                next.ifPresent(dialogue::reconnected);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who is turned away by a crowd at the door gets in when that was there for the time of a handshake; then we are not known. */
    private Duration patience() {
        return side.node()
                .options()
                .bounds()
                .times()
                .handshake()
                .multipliedBy(3)
                .dividedBy(2);
    }

    private Optional<PairingConnection> again(Hash inviter) throws InterruptedException {
        while (!dialogue.awaitOver(AGAIN)) {
            dialogue.tick();
            if (dialogue.now() >= code.expiry() + GRACE) {
                dialogue.end(
                        "unanswered",
                        "the inviter's word did not come; should it have the line, that one is of no use");
            }
            if (dialogue.isOver()) {
                break;
            }
            Optional<PairingConnection> connection = redial();
            if (connection.filter(there -> there.peerPin().equals(inviter)).isPresent()) {
                return connection;
            }
            connection.ifPresent(PairingConnection::close); // another node answers there: it is told nothing
        }
        return Optional.empty();
    }

    private Optional<PairingConnection> redial() {
        try {
            return Optional.of(side.node().pair(address));
        } catch (IOException _) {
            return Optional.empty(); // tried again until the expiry
        }
    }
}
