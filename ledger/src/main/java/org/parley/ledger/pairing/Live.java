package org.parley.ledger.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Commit;

/** A pairing whose end is open: what is the same in all its phases. */
sealed interface Live extends Pairing permits AwaitingCommit, AwaitingReveal, Comparing, InDoubt {
    Terms terms();

    /** The other side's first message, once it came. */
    Optional<Commit> peerCommit();

    /** All that this side said so far. */
    List<Message> said();

    /** The same or the next phase, by a message that is well-formed and no goodbye. */
    Step received(Message message);

    /** The officer has spoken. */
    default Step confirmed(LineId line) {
        throw new Refused(Refused.Reason.STALE, "there are no words to confirm yet");
    }

    /** Whether the expiry still matters: not where the other side alone knows how it ends. */
    default boolean expires() {
        return true;
    }

    @Override
    default Step on(Event event, long now) {
        if (expires() && terms().code().isExpired(now)) {
            return ended(Reason.EXPIRED);
        }
        return switch (event) {
            case Event.Received(Bytes bytes) -> read(bytes.array());
            case Event.WordsConfirmed(LineId line) -> confirmed(line);
            case Event.Declined() -> declined();
            case Event.Replaced() -> expires() ? ended(Reason.REPLACED) : Step.of(this);
            case Event.Reconnected() -> new Step(this, sends(said()));
            case Event.Tick() -> Step.of(this);
        };
    }

    private Step read(byte[] bytes) {
        Message message;
        try {
            message = MessageCodec.read(bytes);
        } catch (Refused e) {
            return ended(Reason.MALFORMED);
        }
        return message instanceof Message.Aborted(Reason reason) ? over(reason, false) : received(message);
    }

    /** The officer wants no line. */
    default Step declined() {
        return ended(Reason.DECLINED);
    }

    /** This side gives up. */
    default Step ended(Reason reason) {
        return over(reason, true);
    }

    private Step over(Reason reason, boolean here) {
        List<Effect> effects = new ArrayList<>();
        // Replaced: the attempt that took the place needs the invitation.
        if (terms().role() == Role.INVITER && reason != Reason.REPLACED) {
            effects.add(new Effect.Burn());
        }
        // The inviter's word is the last one: a joiner that withdrew is told that it came in time.
        boolean tells = here || terms().role() == Role.INVITER;
        List<Message> last = tells ? List.of(new Message.Aborted(reason)) : List.of();
        effects.addAll(sends(last));
        effects.add(new Effect.Ended(reason, here));
        return new Step(new Over(terms(), peerCommit(), last), effects);
    }

    static List<Effect> sends(List<Message> messages) {
        return messages.stream().<Effect>map(Effect.Send::new).toList();
    }

    @Override
    default boolean isOver() {
        return false;
    }

    @Override
    default boolean isContinuedBy(Hash peerTls, Bytes first) {
        return terms().isContinued(peerCommit(), peerTls, first);
    }
}
