package org.parley.node.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Effect;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.home.Peers;

/** {@code lines}: every line with its members, their logs, whether they are linked, and whether ours may be signed. */
final class LinesRequest implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        for (Standing.Line line : node.standing().lines()) {
            sink.item(of(node, line));
        }
    }

    private static Json.Obj of(Node node, Standing.Line line) {
        Set<Bytes> linked = node.standing().linked();
        Map<Peers.Member, Address> dialled = node.peers().all();
        List<Json.Obj> members = new ArrayList<>();
        for (PartyName party : line.members().keySet().stream().sorted().toList()) {
            Bytes root = line.members().getOrDefault(party, Bytes.NONE);
            Json.Builder member = Json.Obj.builder()
                    .put("party", party.name())
                    .put("root", root.toString())
                    .put("self", party.equals(line.me()))
                    .put("linked", linked.contains(root))
                    .put("logs", Json.of(logs(node, line, party)));
            Address address = dialled.get(new Peers.Member(line.line(), party));
            if (address != null) {
                member.put("dialled", address.toString());
            }
            members.add(member.build());
        }
        Json.Builder item = Json.Obj.builder()
                .put("line", line.line().hex())
                .put("private", line.others().isEmpty())
                .put("members", Json.of(members));
        node.standing().fence(line.line()).ifPresent(fence -> item.put("fence", fence(fence)));
        return item.build();
    }

    private static Json.Obj fence(Effect.FenceChanged fence) {
        return Json.Obj.builder()
                .put("state", fence.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("why", fence.why())
                .build();
    }

    private static List<Json.Obj> logs(Node node, Standing.Line line, PartyName party) {
        List<Json.Obj> logs = new ArrayList<>();
        for (Origin origin : node.standing().logs(line.line())) {
            if (origin.party().equals(party)) {
                logs.add(Json.Obj.builder()
                        .put("log", origin.lane().toString())
                        .put("epoch", origin.epoch().toString())
                        .put("size", node.standing().size(origin))
                        .build());
            }
        }
        return logs;
    }
}
