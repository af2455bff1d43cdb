package org.parley.cli.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.cli.BadInput;
import org.parley.ledger.LineId;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.Standing;
import org.parley.node.api.Service;
import org.parley.node.bundle.LineBearer;
import org.parley.node.config.Config;
import org.parley.node.control.ControlServer;
import org.parley.node.control.Requests;
import org.parley.node.desk.Release;
import org.parley.node.pairing.Pairings;

/** A node that is served by this process: with its links, its pairings and its socket. */
record Serving(Node node, Service service, Pairings pairings, ControlServer control, List<LineBearer> bearers)
        implements AutoCloseable {
    /** What is done with a node before it has links. */
    interface Before {
        void node(Node node) throws IOException, InterruptedException;
    }

    static Serving begin(
            Path folder, Options options, Release release, Config config, List<InetSocketAddress> listen, Before before)
            throws IOException, InterruptedException {
        Node node = Node.open(folder, options);
        try {
            List<LineId> keyless = node.linesWithoutKeys();
            if (!keyless.isEmpty()) {
                throw new BadInput(
                        "the secret keys of line " + keyless.getFirst() + " are not in " + folder,
                        "copy keys/ of the old folder into it, or make new ones: parley rotate");
            }
            before.node(node);
            Pairings pairings = new Pairings(node);
            Service service = Service.begin(node, pairings, release, config);
            node.connect(listen, pairings);
            Requests requests = new Requests(node, pairings, service.local());
            return new Serving(
                    node, service, pairings, ControlServer.serve(requests, node.socket()), new ArrayList<>());
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /** From now on a line is carried through a folder too. */
    void carry(String line, Path folder) throws IOException {
        Standing.Line of = node.standing().lineThatBegins(line);
        if (of.others().isEmpty()) {
            throw new BadInput("line " + of.line() + " is this node's own", "name one that others are members of");
        }
        bearers.add(LineBearer.begin(node, of.line(), folder, LineBearer.USUAL));
    }

    /** Everything that was acknowledged is durable anyhow; a clean stop leaves the token that lets the next start go on at once. */
    @Override
    public void close() throws IOException {
        pairings.close();
        bearers.forEach(LineBearer::close);
        try (node) {
            control.close();
            service.close();
        }
    }
}
