package org.parley.cli.verify.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.Sha256;
import org.parley.cli.verify.form.Vkey;

/** A bundle in memory. */
public final class BundleSource implements Source {
    /** With what a bundle begins. */
    public static final Blob MAGIC = Blob.utf8("parley-bundle/1\n");

    private static final String WHOLE = "bundle";
    private static final int LONGEST_FRAME = 8 << 20;
    private static final int END = 33;

    private final byte[] bytes;
    private final Findings findings;
    private final Map<String, BundleLog> logs = new TreeMap<>();
    private final List<Stored.SignedText> notes = new ArrayList<>();
    private final List<Stored.Evidence> evidence = new ArrayList<>();
    private int frames;

    public BundleSource(byte[] bytes, Findings findings) {
        this.bytes = bytes;
        this.findings = findings;
        try {
            read(ByteBuffer.wrap(bytes, MAGIC.length(), bytes.length - MAGIC.length()));
        } catch (Malformed e) {
            problem("frame " + (frames + 1), e.what() + "; nothing behind it was read");
        }
        logs.values().forEach(BundleLog::order);
    }

    private void problem(String place, String what) {
        findings.problem(WHOLE, Part.KEYS, frames, place, what);
    }

    private void read(ByteBuffer in) {
        while (in.hasRemaining()) {
            int begin = in.position();
            if (in.remaining() < Integer.BYTES) {
                throw new Malformed("ends inside a length");
            }
            int length = in.getInt();
            if (length < 1 || length > LONGEST_FRAME || length > in.remaining()) {
                throw new Malformed("has a length of " + (length & 0xffff_ffffL) + " bytes, of which " + in.remaining()
                        + " are there");
            }
            ByteBuffer frame = in.slice(in.position(), length);
            in.position(in.position() + length);
            if (frame.get(0) == 0) {
                end(frame, begin, in.hasRemaining());
                return;
            }
            frames++;
            take(frame);
        }
        problem("end", "the frame that ends a bundle is not there");
    }

    private void end(ByteBuffer frame, int begin, boolean more) {
        byte[] hash = Sha256.of(Arrays.copyOf(bytes, begin));
        if (frame.remaining() != END
                || !(Frame.read(frame) instanceof Frame.End(Blob found))
                || !found.equals(Blob.of(hash))) {
            problem("end", "the hash is not that of what is before it");
        }
        if (more) {
            problem("end", "there are bytes behind it");
        }
    }

    private void take(ByteBuffer bytesOfFrame) {
        String place = "frame " + frames;
        try {
            switch (Frame.read(bytesOfFrame.duplicate())) {
                case Frame.Keys(String line, Blob note) ->
                    notes.add(new Stored.SignedText(place, line, Optional.empty(), false, note));
                case Frame.Revoked(String line, Blob note) ->
                    notes.add(new Stored.SignedText(place, line, Optional.empty(), true, note));
                case Frame.Batch batch -> log(batch.origin()).add(batch, place);
                case Frame.Receipts receipts -> log(receipts.origin()).add(receipts);
                case Frame.Head(Blob note) -> {
                    Checkpoint head = Checkpoint.of(Note.parse(note).text());
                    log(head.origin()).add(head.size(), note);
                }
                case Frame.Evidence _ -> {
                    byte[] frame = new byte[bytesOfFrame.remaining()];
                    bytesOfFrame.get(frame);
                    evidence.add(new Stored.Evidence(Optional.empty(), Blob.of(frame)));
                }
                case Frame.Other(int type) ->
                    problem(place, "a frame of type " + type + " does not belong into a bundle");
                case Frame.End _ -> throw new Malformed("an end that is none");
            }
        } catch (Malformed e) {
            problem(place, e.what());
        }
    }

    private BundleLog log(String origin) {
        LogName name = LogName.parse(origin);
        return logs.computeIfAbsent(origin, _ -> new BundleLog(name, findings));
    }

    @Override
    public Map<Member, Blob> rootKeys() {
        return Map.of();
    }

    @Override
    public List<Vkey> listed() {
        return List.of();
    }

    @Override
    public List<Stored.SignedText> notes() {
        return notes;
    }

    @Override
    public List<Source.Log> logs() {
        return List.copyOf(logs.values());
    }

    @Override
    public List<Stored.Evidence> evidence() {
        return evidence;
    }

    @Override
    public List<Runnable> beside() {
        return List.of();
    }

    @Override
    public boolean own(LogName log) {
        return false;
    }

    @Override
    public void done() {
        // It lies in memory: nothing changes it.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** Whether these bytes begin as a bundle does. */
    public static boolean begins(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MAGIC.length()), StandardCharsets.ISO_8859_1)
                .equals(MAGIC.text());
    }
}
