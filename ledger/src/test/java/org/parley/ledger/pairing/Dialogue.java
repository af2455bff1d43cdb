package org.parley.ledger.pairing;

import static org.parley.ledger.pairing.Node.BIRCH;
import static org.parley.ledger.pairing.Node.CEDAR;
import static org.parley.ledger.pairing.Node.CODE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.Bytes;

/** An inviter and a joiner in memory, with a cable that a test may spoil and officers who confirm what they see. */
final class Dialogue {
    /** What the cable makes of a message: the number counts those of the same sender, from 0. */
    interface Cable {
        List<Bytes> carry(Role from, int number, Bytes message);
    }

    static final Cable GOOD = (_, _, message) -> List.of(message);

    final Node inviter = Node.inviter(CODE, BIRCH, Node.JOINER_TLS);
    final Node joiner = Node.joiner(CODE, CEDAR, Node.INVITER_TLS);

    /** All that was sent, by sender, also what the cable swallowed. */
    final Map<Role, List<Bytes>> sent = new EnumMap<>(Role.class);

    Cable cable = GOOD;

    Dialogue() {
        for (Role role : Role.values()) {
            sent.put(role, new ArrayList<>());
        }
    }

    Node node(Role role) {
        return role == Role.INVITER ? inviter : joiner;
    }

    /** Carries messages until none is left. */
    Dialogue carry() {
        while (!inviter.out.isEmpty() || !joiner.out.isEmpty()) {
            for (Role from : Role.values()) {
                if (!node(from).out.isEmpty()) {
                    Bytes message = node(from).out.remove();
                    List<Bytes> before = sent.getOrDefault(from, List.of());
                    int number = before.size();
                    before.add(message);
                    cable.carry(from, number, message).forEach(node(from.other())::receive);
                }
            }
        }
        return this;
    }

    /** Carries, and each officer who sees words and may still speak says yes, the inviter's first. */
    Dialogue run() {
        carry();
        for (Role role : Role.values()) {
            Node node = node(role);
            if (node.words().isPresent() && !node.pairing.orElseThrow().isOver()) {
                node.confirm();
                carry();
            }
        }
        return this;
    }

    /** The connection broke and there is another, as good as new. */
    Dialogue reconnect() {
        inviter.disconnected();
        joiner.disconnected();
        cable = GOOD;
        joiner.on(new Event.Reconnected());
        return run();
    }

    /** Whether both have the same line. */
    boolean isPaired() {
        return inviter.paired().isPresent()
                && joiner.paired().isPresent()
                && inviter.paired()
                        .orElseThrow()
                        .line()
                        .equals(joiner.paired().orElseThrow().line());
    }

    boolean isHalf() {
        return inviter.paired().isPresent() != joiner.paired().isPresent();
    }
}
