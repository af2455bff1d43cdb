package org.parley.cli.verify.audit;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Content;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Proofs;
import org.parley.cli.verify.form.Sha256;
import org.parley.cli.verify.form.Vkey;

/** Whether evidence proves what it says: two signed heads of one log that no log can have. */
final class EvidenceCheck {
    private final KeyBook keys;
    private final List<Vkey> given;
    private final Findings findings;

    /** What was found to be proven, by its hash. */
    private final Map<Blob, Content.Claim> proven = new HashMap<>();

    EvidenceCheck(KeyBook keys, List<Vkey> given, Findings findings) {
        this.keys = keys;
        this.given = given;
        this.findings = findings;
    }

    void check(Stored.Evidence stored) {
        Blob id = Blob.of(Sha256.leaf(stored.frame().bytes()));
        String place = "evidence " + stored.id().orElse(id).hex();
        String about = "evidence";
        try {
            if (!(Frame.read(ByteBuffer.wrap(stored.frame().bytes())) instanceof Frame.Evidence evidence)) {
                throw new Malformed("is another frame than EVIDENCE");
            }
            LogName log = LogName.parse(evidence.origin());
            about = log.origin();
            if (stored.id().isPresent() && !stored.id().get().equals(id)) {
                findings.problem(
                        about, Part.EVIDENCE, 0, place, "is filed under another hash than its own", id.hex(), "");
            }
            Content.Claim claim = proves(log, evidence, id);
            proven.put(id, claim);
            findings.note(log.origin() + ": is proven to have shown two faces, at the sizes " + claim.smaller()
                    + " and " + claim.larger());
        } catch (Malformed e) {
            findings.problem(about, Part.EVIDENCE, 0, place, "proves nothing: " + e.what());
        }
    }

    private Content.Claim proves(LogName log, Frame.Evidence evidence, Blob id) {
        Signatures.Head one = signed(log, evidence.one());
        Signatures.Head other = signed(log, evidence.other());
        boolean ordered = one.checkpoint().size() <= other.checkpoint().size();
        Signatures.Head smaller = ordered ? one : other;
        Signatures.Head larger = ordered ? other : one;
        long first = smaller.checkpoint().size();
        long second = larger.checkpoint().size();
        byte[] root = evidence.root().bytes();
        byte[] last = larger.checkpoint().root().bytes();
        if (!Proofs.consistent(first, root, second, last, evidence.proof())) {
            throw new Malformed("the proof does not lead from the root named to the larger head");
        }
        if (evidence.root().equals(smaller.checkpoint().root())) {
            throw new Malformed("the two heads agree");
        }
        return new Content.Claim(log.origin(), first, second, id);
    }

    private Signatures.Head signed(LogName log, Blob note) {
        Signatures.Head head = Signatures.read(note, log);
        long size = head.checkpoint().size();
        Optional<String> wrong = Signatures.wrong(head, log, keys.inForce(log, size), given);
        if (wrong.isPresent()) {
            throw new Malformed("the head of size " + size + ": " + wrong.get());
        }
        return head;
    }

    /** Holds an entry of kind {@code evidence} against what is proven; its proof may lie elsewhere. */
    void claim(LogName log, TileCheck.Special special) {
        Content.Claim claim = Content.evidence(special.content());
        Optional<Content.Claim> known = Optional.ofNullable(proven.get(claim.proof()));
        if (known.isEmpty()) {
            findings.note(log.origin() + ": " + log.record(special.index()) + " names evidence that is not here");
        } else if (!known.get().equals(claim)) {
            throw new Malformed("names evidence that proves something else");
        }
    }
}
