package org.parley.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import org.parley.ledger.Bytes;
import org.parley.ledger.line.Effect;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.link.Links;
import org.parley.link.PairingConnection;
import org.parley.link.PairingDesk;
import org.parley.link.TlsEngine;
import org.parley.link.TlsIdentity;
import org.parley.node.journal.Journal;

/** The links of a node, while it has any. */
final class Net implements AutoCloseable {
    private final Wires wires;
    private final Links links;
    private final Dials dials;
    private final Standing standing;

    Net(
            TlsIdentity tls,
            Bounds bounds,
            PairingDesk desk,
            SecureRandom random,
            Inbox inbox,
            Standing standing,
            Journal journal) {
        this.standing = standing;
        wires = new Wires(inbox, journal, address -> dials().rootAt(address), this::lost);
        links = new Links(tls, TlsEngine.best(), bounds, wires, desk, random, System::nanoTime);
        dials = new Dials(links);
    }

    /** Nothing is dialled and no link comes before this is whole. */
    private Dials dials() {
        return dials;
    }

    private void lost(long link) {
        standing.lost(link);
        dials.lost(link);
    }

    InetSocketAddress listen(InetSocketAddress at) throws IOException {
        return links.listen(at);
    }

    PairingConnection pair(Address at) throws IOException {
        return links.pair(at);
    }

    void dial(Bytes rootKey, Address address) {
        dials.want(rootKey, address);
    }

    void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Send send -> wires.send(send);
            case Effect.Close close -> wires.close(close.link(), close.why());
            case Effect.Linked linked -> dials.linked(linked.link(), linked.rootKey(), wires.dialled(linked.link()));
            default -> {}
        }
    }

    /** Begins the links to this node anew, so that both say again what they share. */
    void relink(Bytes rootKey) {
        standing.links(rootKey).forEach(link -> wires.close(link, "there is more to share: again"));
    }

    @Override
    public void close() {
        dials.close();
        links.close();
    }
}
