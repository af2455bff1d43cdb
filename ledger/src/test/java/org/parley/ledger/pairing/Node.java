package org.parley.ledger.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.ledger.pairing.Message.Reveal;

/** One side with the shell around it, as a real shell would do it: the effects are kept for the test to look at. */
final class Node {
    static final long NOW = 1_800_000_000L;
    static final long EXPIRY = NOW + 3_600;
    static final Hash INVITER_TLS = filled(0x11);
    static final Hash JOINER_TLS = filled(0x22);
    static final InviteCode CODE = InviteCode.of(
            Address.of("192.0.2.7:7411"),
            INVITER_TLS,
            Bytes.of(Arrays.copyOf(filled(0x5e).bytes(), InviteCode.SECRET)),
            EXPIRY);

    /** The public keys of tests 1 to 3 of RFC 8032, 7.1. */
    private static final List<String> KEYS = List.of(
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

    static final Reveal BIRCH = reveal("BIRCH", 0, 0xb1, Optional.of(Address.of("192.0.2.7:7411")));
    static final Reveal CEDAR = reveal("CEDAR", 1, 0xce, Optional.empty());

    final InviteCode code;
    final Pins pins;
    final Reveal own;
    final Deque<Bytes> out = new ArrayDeque<>();
    final List<Effect> effects = new ArrayList<>();
    Optional<Invitation> invitation = Optional.empty();
    Optional<Pairing> pairing = Optional.empty();
    long now = NOW;
    private boolean freshConnection = true;

    private Node(InviteCode code, Pins pins, Reveal own) {
        this.code = code;
        this.pins = pins;
        this.own = own;
    }

    static Node inviter(InviteCode code, Reveal own, Hash peerTls) {
        var node = new Node(code, new Pins(INVITER_TLS, peerTls), own);
        node.invitation = Optional.of(Invitation.of(code));
        return node;
    }

    static Node joiner(InviteCode code, Reveal own, Hash peerTls) {
        var node = new Node(code, new Pins(JOINER_TLS, peerTls), own);
        node.took(Pairing.join(code, node.pins, own, NOW));
        return node;
    }

    static Reveal reveal(String party, int key, int nonce, Optional<Address> address) {
        return new Reveal(
                new PartyName(party),
                Bytes.of(HexFormat.of().parseHex(KEYS.get(key))),
                Bytes.of(filled(nonce).bytes()),
                address);
    }

    static Hash filled(int octet) {
        byte[] bytes = new byte[Hash.LENGTH];
        Arrays.fill(bytes, (byte) octet);
        return Hash.of(bytes);
    }

    static Bytes bytes(Message message) {
        return Bytes.of(MessageCodec.bytes(message));
    }

    void receive(Bytes message) {
        boolean fresh = freshConnection;
        freshConnection = false;
        if (fresh && invitation.isPresent()) {
            boolean goesOn = pairing.filter(under -> under.isContinuedBy(pins.peer(), message))
                    .isPresent();
            if (!goesOn) {
                admit(invitation.orElseThrow().admit(message, pins, own, now));
                return;
            }
            on(new Event.Reconnected());
        }
        if (pairing.isPresent()) {
            on(new Event.Received(message));
        }
    }

    private void admit(Admission admission) {
        invitation = Optional.of(admission.invitation());
        admission.pairing().ifPresent(begun -> pairing = Optional.of(begun));
        handle(admission.effects());
    }

    void on(Event event) {
        took(pairing.orElseThrow().on(event, now));
    }

    private void took(Step step) {
        pairing = Optional.of(step.pairing());
        handle(step.effects());
    }

    private void handle(List<Effect> todo) {
        for (Effect effect : todo) {
            effects.add(effect);
            switch (effect) {
                case Effect.Send(Message message) -> out.add(bytes(message));
                case Effect.Burn() -> invitation = invitation.map(Invitation::burned);
                default -> {}
            }
        }
    }

    /** The connection broke: what was on its way is lost. */
    void disconnected() {
        out.clear();
        freshConnection = true;
    }

    /** The officer says yes to the words that are shown. */
    void confirm() {
        on(new Event.WordsConfirmed(words().orElseThrow().line()));
    }

    Optional<Effect.ShowWords> words() {
        return last(Effect.ShowWords.class);
    }

    Optional<Paired> paired() {
        return last(Effect.Founded.class).map(Effect.Founded::paired);
    }

    Optional<Reason> ended() {
        return last(Effect.Ended.class).map(Effect.Ended::reason);
    }

    long count(Class<? extends Effect> kind) {
        return effects.stream().filter(kind::isInstance).count();
    }

    private <T extends Effect> Optional<T> last(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).reduce((_, later) -> later);
    }
}
