package org.parley.node.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.bundle.Import;

/** {@code bundle-import}: takes what a bundle in {@code file} holds, as if it had come over a link. */
final class BundleImport implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        Path file = Path.of(request.require("file").text());
        for (String told : read(node, file)) {
            sink.item(Json.Obj.builder().put("told", told).build());
        }
        node.settle().join();
    }

    private static List<String> read(Node node, Path file) {
        try {
            return new Import(node).read(file);
        } catch (IOException e) {
            throw Asked.not("be read", file, e);
        }
    }
}
