package org.parley.node.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.link.Bundle;
import org.parley.node.Node;

/** Takes bundles in: a part at a time, so that those who say something meanwhile do not wait for the whole. */
public final class Import {
    /** Bytes of frames in one commit. */
    private static final long PART = 4 << 20;

    private final Node node;
    private final List<Frame> waiting = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long bytes;

    /** Into this node. */
    public Import(Node node) {
        this.node = node;
    }

    /** Takes all that a file holds and makes it durable; answers in words what became of each part. */
    public List<String> read(Path file) throws IOException {
        Bundle.read(file, frame -> {
            waiting.add(FrameCodec.read(frame));
            bytes += frame.length;
            if (bytes >= PART) {
                take();
            }
        });
        take();
        return List.copyOf(told);
    }

    private void take() {
        if (!waiting.isEmpty()) {
            told.add(node.take(List.copyOf(waiting)).join());
            waiting.clear();
            bytes = 0;
        }
    }
}
