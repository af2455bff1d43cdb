package org.parley.node.control;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.api.Local;
import org.parley.node.journal.Journal;
import org.parley.node.pairing.Pairings;
import org.parley.store.Damaged;

/** Answers requests about a node, whether they came over its socket or from this very process. */
public final class Requests {
    /** One line for each kind of request. */
    private static final Map<String, Request> REQUESTS = Map.ofEntries(
            Map.entry("say", new Say()),
            Map.entry("log", new Log()),
            Map.entry("lines", new LinesRequest()),
            Map.entry("rotate", new Rotate()),
            Map.entry("revoke", new Revoke()),
            Map.entry("erase", new Erase()),
            Map.entry("peer", new Peer()),
            Map.entry("proof", new Proof()),
            Map.entry("clock", new Clock()),
            Map.entry("bundle-export", new BundleExport()),
            Map.entry("bundle-import", new BundleImport()));

    private final Node node;
    private final Journal journal = new Journal();
    private final Map<String, Request> requests;

    /** Of this node, as it lies in its folder. */
    public Requests(Node node) {
        this.node = node;
        requests = REQUESTS;
    }

    /** Of this node, which is connected and may found lines with others. */
    public Requests(Node node, Pairings pairings, Local api) {
        this.node = node;
        requests = new HashMap<>(REQUESTS);
        requests.put("api", new Api(api));
        requests.put("invite", new Invite(pairings));
        requests.put("join", new Join(pairings));
        requests.put("confirm", new Confirm(pairings));
        requests.put("decline", new Decline(pairings));
    }

    /** Gives the items of the answer; {@link Refused} says why there is none. */
    public void answer(Json.Obj request, Sink sink) throws IOException, InterruptedException {
        Request kind = Optional.ofNullable(requests.get(request.require("do").text()))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "this process knows the requests "
                                + String.join(
                                        ", ",
                                        requests.keySet().stream().sorted().toList())));
        try {
            kind.answer(node, request, sink);
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof Refused refused ? refused : wrapped;
        } catch (Damaged damaged) {
            journal.alarm("damage", Json.Obj.builder().put("problem", String.valueOf(damaged.getMessage())));
            throw new Refused(Refused.Reason.INCONSISTENT, String.valueOf(damaged.getMessage()));
        }
    }
}
