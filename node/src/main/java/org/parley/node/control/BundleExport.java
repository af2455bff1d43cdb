package org.parley.node.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.bundle.Export;

/** {@code bundle-export}: all that this node holds of {@code line}, into {@code file}, which must not be there. */
final class BundleExport implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        Standing.Line line = Asked.line(node, request);
        Path file = Path.of(request.require("file").text());
        if (Files.exists(file)) {
            throw new Refused(Refused.Reason.STALE, file + " is there already");
        }
        node.settle().join();
        Export.Written written = written(node, line, file);
        sink.item(Json.Obj.builder()
                .put("file", file.toString())
                .put("entries", written.entries())
                .put("receipts", written.receipts())
                .build());
    }

    private static Export.Written written(Node node, Standing.Line line, Path file) {
        try {
            return new Export(node).write(line.line(), file);
        } catch (IOException e) {
            throw Asked.not("be written", file, e);
        }
    }
}
