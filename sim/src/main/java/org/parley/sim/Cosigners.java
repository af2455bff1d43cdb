package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Receipt;

/**
 * Watches the receipts that are signed. A receipt is never for less than one of the same member that anybody holds, but where
 * the log's writer lost a part of its disk too: then two have forgotten, and who cannot be reached may know better. Even then
 * it says no less, in size and in time, than what the signer was told since its start. What is signed for less is true, since
 * the signer holds what it says; but it takes back what it had said.
 */
final class Cosigners {
    private record Way(long link, PartyName from) {}

    private record Told(Node to, PartyName by) {}

    private record Signed(Origin origin, long size, long time) {}

    private final World world;
    private final Consumer<String> breaks;
    private final Map<Way, Frame.Hello> hellos = new HashMap<>();
    private final Map<Told, Frame.Hello> told = new HashMap<>();
    private final Set<PartyName> lost = new HashSet<>();
    private final List<Signed> signedInStep = new ArrayList<>();

    Cosigners(World world, Consumer<String> breaks) {
        this.world = world;
        this.breaks = breaks;
    }

    /** This party's disk came back as it was before. */
    void rolledBack(PartyName party) {
        lost.add(party);
    }

    void started(Node node) {
        told.keySet().removeIf(each -> each.to() == node);
    }

    void sent(Node from, long link, Frame frame) {
        if (frame instanceof Frame.Hello hello) {
            hellos.put(new Way(link, from.party), hello);
        }
    }

    void signed(Origin origin, long size, long time) {
        signedInStep.add(new Signed(origin, size, time));
    }

    /** A step of a node is over: what it was told in it counts for what it signed in it. */
    void stepped(Node node, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Linked linked) {
                Optional.ofNullable(hellos.get(new Way(linked.link(), linked.party())))
                        .ifPresent(hello -> told.put(new Told(node, linked.party()), hello));
            }
        }
        signedInStep.forEach(signed -> check(node, signed));
        signedInStep.clear();
    }

    private void check(Node node, Signed signed) {
        if (!lost.contains(signed.origin().party())) {
            for (Node other : world.nodes()) {
                Optional<Receipt> held = other.disk.lastReceipt(signed.origin(), node.party, Receipt.Place.END);
                if (held.filter(receipt -> receipt.size() > signed.size()).isPresent()) {
                    breaks.accept(node + " signed a receipt for " + signed.size() + " of " + signed.origin() + ", and "
                            + other + " holds one for " + held.orElseThrow().size());
                }
            }
        }
        told.forEach((by, hello) -> {
            if (by.to() == node) {
                hello.lines().stream()
                        .flatMap(line -> line.receipts().stream())
                        .filter(receipt -> receipt.member().equals(node.party)
                                && receipt.origin().equals(signed.origin())
                                && (receipt.size() > signed.size() || receipt.time() > signed.time()))
                        .forEach(receipt -> breaks.accept(node + " signed a receipt for " + signed.size() + " of "
                                + signed.origin() + " at " + signed.time() + ", though " + by.by()
                                + " had told of one for "
                                + receipt.size() + " at " + receipt.time()));
            }
        });
    }
}
