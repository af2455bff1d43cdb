package org.parley.node.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.link.Bundle;
import org.parley.node.Node;

/** Takes bundles in: a part at a time, so that those who say something meanwhile do not wait for the whole. */
public final class Import implements Bundle.Taker {
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
        Bundle.read(file, this);
        return end();
    }

    @Override
    public void frame(byte[] frame) {
        waiting.add(FrameCodec.read(frame));
        bytes += frame.length;
        if (bytes >= PART) {
            take();
        }
    }

    /** Takes what is left of a bundle; answers in words what became of each part since the last end. */
    List<String> end() {
        take();
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    private void take() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Frame> part = List.copyOf(waiting);
        waiting.clear();
        bytes = 0;
        try {
            told.add(node.take(part).join());
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof Refused refused ? refused : wrapped;
        }
    }
}
