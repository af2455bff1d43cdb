package org.parley.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Fence;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Ledger;
import org.parley.ledger.line.Settings;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.link.Address;
import org.parley.link.PairingConnection;
import org.parley.link.PairingDesk;
import org.parley.link.TlsIdentity;
import org.parley.node.crypto.Chosen;
import org.parley.node.crypto.Providers;
import org.parley.node.home.Identity;
import org.parley.node.home.Peers;
import org.parley.node.journal.Journal;
import org.parley.node.keys.KeyNotes;
import org.parley.node.keys.KeyRing;
import org.parley.node.keys.LineKeys;
import org.parley.node.keys.Vault;
import org.parley.node.publicface.LiveShown;
import org.parley.node.publicface.ProofExport;
import org.parley.store.Folder;
import org.parley.store.Host;
import org.parley.store.SqliteDisk;

/**
 * A running node: it owns its folder, and its committer alone steps the ledger. Without {@link #connect} it has no links.
 *
 * <pre>
 *   links ──▶ Wires ─┐                                   ┌─▶ Wires: frames to links
 *   callers ─────────┼─▶ Inbox ─▶ Committer ─▶ Ledger ─▶ ─┼─▶ Tickets: answers
 *   a second ────────┘            (one thread)            └─▶ Standing, listeners, journal
 * </pre>
 *
 * <p>Answers are completed by the committer: whoever hangs long work on one, hands it to another thread.
 */
public final class Node implements AutoCloseable {
    private final Folder folder;
    private final Options options;
    private final Identity identity;
    private final Vault vault;
    private final KeyRing ring;
    private final KeyNotes notes;
    private final Peers peers;
    private final Chosen crypto;
    private final SqliteDisk disk;
    private final Ledger ledger;
    private final Committer committer;
    private final Inbox inbox = new Inbox();
    private final Tickets tickets = new Tickets();
    private final Standing standing = new Standing();
    private final Workings workings = new Workings();
    private final LiveShown shown;
    private final Journal journal = new Journal();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<Consumer<Effect>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Net> net = Optional.empty();
    private volatile List<InetSocketAddress> listening = List.of();
    private volatile boolean broken;
    private boolean closed;

    private Node(Folder folder, Options options) {
        this.folder = folder;
        this.options = options;
        identity = Identity.read(folder.path());
        vault = new Vault(folder.keys(), options.passphrase(), options.random());
        crypto = Providers.best();
        ring = KeyRing.open(vault, crypto.signatures(), options.random());
        notes = new KeyNotes(folder.keys());
        peers = Peers.read(folder.path());
        disk = SqliteDisk.open(folder, Host.local());
        try {
            disk.problems().forEach(problem -> journal.alarm("damage", Told.fields("problem", problem.toString())));
            disk.onCommit(workings::committed);
            Image image = disk.load();
            standing.read(image);
            shown = new LiveShown(image, crypto.signatures());
            Settings settings = Settings.usual(bytes(16), this::bytes);
            ledger = new Ledger(disk, crypto.signatures(), ring::secret, settings, Committer.now(options.clock()));
            committer = new Committer(ledger, inbox, options.clock(), workings, this::carryOut, this::failed);
        } catch (RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    /** Opens the folder of a node and begins to commit; {@link Refused} where it cannot be had. */
    public static Node open(Path path, Options options) {
        Folder folder = NodeFolder.refusing(() -> Folder.open(path));
        try {
            Node node = new Node(folder, options);
            node.committer.start();
            node.disk.load().lines().forEach(node::learnAgain);
            return node;
        } catch (RuntimeException e) {
            folder.close();
            throw NodeFolder.inWords(e);
        }
    }

    /** A database that was put back may lack what our root key has signed since; it lies beside the keys too. */
    private void learnAgain(Image.LineImage line) {
        try {
            List<Frame> lacking = notes.lacking(line);
            if (!lacking.isEmpty()) {
                journal.alarm("keys", Told.fields("learned again", take(lacking).join()));
            }
        } catch (CompletionException notTaken) {
            close();
            throw notTaken.getCause() instanceof Refused refused ? refused : notTaken;
        } catch (Refused refused) {
            String problem =
                    "what the root key signed on line " + line.line() + " is not taken from keys/: " + refused.why();
            problems.add(problem);
            journal.alarm("damage", Told.fields("problem", problem));
        }
    }

    private Bytes bytes(int count) {
        byte[] bytes = new byte[count];
        options.random().nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private void failed(Throwable fault) {
        broken = true;
        options.broken().accept(fault);
        journal.fault("the node failed and does nothing any more", fault);
        tickets.close();
    }

    private void carryOut(List<Effect> effects) {
        standing.take(effects);
        effects.forEach(shown::take); // before anybody is answered: what is acknowledged is shown
        Optional<Net> links = net;
        for (Effect effect : effects) {
            workings.take(effect);
            if (effect instanceof Effect.LineChanged(LineId _, Map<PartyName, KeyHistory> members)) {
                Optional.ofNullable(members.get(identity.party())).ifPresent(notes::keep);
            }
            links.ifPresent(there -> there.carryOut(effect));
            tickets.take(effect);
            Told.write(journal, effect);
            listeners.forEach(listener -> listener.accept(effect));
        }
    }

    /** Who this node is. */
    public Identity identity() {
        return identity;
    }

    /** What it holds. */
    public Standing standing() {
        return standing;
    }

    /** What it has counted of its own work. */
    public Workings workings() {
        return workings;
    }

    /** What waits for the committer now. */
    public Agenda.Waiting waiting() {
        return inbox.waiting();
    }

    /** What it has stored; for reading. */
    public Disk disk() {
        return disk;
    }

    /** Its folder. */
    public Path folder() {
        return folder.path();
    }

    /** Where its socket for commands lies. */
    public Path socket() {
        return folder.socket();
    }

    /** Its secrets. */
    public Vault vault() {
        return vault;
    }

    /** Where its peers are dialled. */
    public Peers peers() {
        return peers;
    }

    /** Who computes its signatures. */
    public Chosen crypto() {
        return crypto;
    }

    /** Tells each effect from now on; on the committer's thread, so a listener must be quick. */
    public void listen(Consumer<Effect> listener) {
        listeners.add(listener);
    }

    /** Begins to dial all known peers and to take links that come in; answers where it listens. */
    public List<InetSocketAddress> connect(List<InetSocketAddress> at, PairingDesk desk) throws IOException {
        TlsIdentity tls = TlsIdentity.read(vault.read(NodeFolder.TLS));
        Net links = new Net(tls, options.bounds(), desk, options.random(), inbox, standing, journal);
        net = Optional.of(links);
        List<InetSocketAddress> doors = new ArrayList<>();
        for (InetSocketAddress address : at) {
            doors.add(links.listen(address));
        }
        listening = List.copyOf(doors);
        peers.all().forEach((member, address) -> dial(links, member, address));
        return listening;
    }

    /**
     * Begins to show all logs of all lines to programs on this machine.
     *
     * @param port 0 for any that is free
     * @param asWitness and to cosign heads of the logs that {@code witness.toml} names
     * @throws BindException the port cannot be had
     */
    public PublicFace show(int port, boolean asWitness) throws BindException {
        return PublicFace.begin(this, disk, shown, port, asWitness);
    }

    /**
     * A proof to hand on that a log has an entry at this index, with the entry; {@link Refused} where there is no such log or
     * no signed head covers it.
     */
    public TlogProof proof(Origin origin, long index) {
        byte[] entry = disk.entries(origin, index, 1, 1).stream()
                .findFirst()
                .map(stored -> stored.entry().array())
                .orElseThrow(() ->
                        new Refused(Refused.Reason.UNKNOWN, "there is no record " + origin.recordName(index) + " yet"));
        return new ProofExport(disk, shown, crypto.signatures(), this::makeLasting).proof(origin, index, entry);
    }

    /** What was decided about it from outside. */
    public Options options() {
        return options;
    }

    /** The lines for which the secret keys in force are not here, as after a restore without keys: they must be rotated. */
    public List<LineId> linesWithoutKeys() {
        return disk.load().lines().stream()
                .filter(line -> line.keySets().getOrDefault(line.me(), List.of()).reversed().stream()
                        .limit(1)
                        .map(note -> KeySet.parse(SignedNote.parse(note.array()).text()))
                        .noneMatch(ring::holds))
                .map(Image.LineImage::line)
                .toList();
    }

    /** What did not fit together when the folder was opened, in words. */
    public List<String> problems() {
        return Stream.concat(disk.problems().stream().map(Object::toString), problems.stream())
                .toList();
    }

    /** Opens a pairing connection, once; the node must be connected. */
    public PairingConnection pair(Address at) throws IOException {
        return net.orElseThrow(() -> new Refused(Refused.Reason.FENCED, "this node has no links"))
                .pair(at);
    }

    /** Where it takes links; empty where it only dials. */
    public List<InetSocketAddress> listening() {
        return listening;
    }

    /** A desk at which nobody can pair. */
    public static PairingDesk noPairing() {
        return PairingConnection::close;
    }

    private void dial(Net links, Peers.Member member, Address address) {
        standing.line(member.line())
                .map(line -> line.members().get(member.party()))
                .ifPresent(rootKey -> links.dial(rootKey, address));
    }

    /** From now on, a member of a line is dialled there. */
    public void peer(LineId line, PartyName party, Address address) {
        if (standing.line(line).filter(of -> of.others().contains(party)).isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN, party + " is no other member of a line " + line + " here");
        }
        peers.put(line, party, address);
        net.ifPresent(links -> dial(links, new Peers.Member(line, party), address));
    }

    /** Says something on a line; the answer comes when it is durable here. */
    public CompletableFuture<Effect.Said> say(LineId line, Draft draft) {
        draft.body().commitment(); // hashed here, in the caller's thread, so that the committer need not
        return tickets.ask(ticket -> {
                    try {
                        inbox.say(new Event.Say(ticket, line, draft));
                    } catch (Refused refused) {
                        workings.refused(refused.reason());
                        throw refused;
                    }
                    return true;
                })
                .thenApply(Effect.Said.class::cast);
    }

    /** Takes frames of a bundle; answers in words what became of them. */
    public CompletableFuture<String> take(List<Frame> frames) {
        return done(ticket -> new Event.Import(ticket, frames));
    }

    /** From now on somebody carries bundles of this line: what is held of others is cosigned afresh for them too. */
    public void carried(LineId line) {
        inbox.put(Agenda.Item.of(new Event.Carried(line), () -> {}));
    }

    /** Erases the body of a record of ours on this node; its commitment stays, and with it every proof. */
    public CompletableFuture<String> erase(LineId line, String record) {
        return done(ticket -> new Event.Forget(ticket, line, record));
    }

    /**
     * Has ML-DSA-44 sign a head of a log of ours too, because it leaves this node, and waits until that is stored; false where
     * it is not ours to sign, or not now. Not to be called by the committer.
     */
    public boolean makeLasting(Origin origin, long size) {
        try {
            done(ticket -> new Event.MakeLasting(ticket, origin, size)).join();
            return true;
        } catch (CompletionException e) {
            boolean notOurs = e.getCause() instanceof Refused refused
                    && (refused.reason() == Refused.Reason.UNKNOWN || refused.reason() == Refused.Reason.FENCED);
            if (notOurs) {
                return false;
            }
            throw e;
        }
    }

    /** An event with an answer, made when its step begins. */
    private interface Asked {
        Event event(long ticket);
    }

    private CompletableFuture<String> done(Asked asked) {
        return tickets.ask(ticket -> inbox.put(new Agenda.Item(() -> made(ticket, asked), true, 0, () -> {})))
                .thenApply(done -> ((Effect.Done) done).what());
    }

    private Event made(long ticket, Asked asked) {
        try {
            return asked.event(ticket);
        } catch (Refused refused) {
            tickets.refuse(ticket, refused);
            return new Event.Tick();
        }
    }

    /** Waits until all that was asked before is durable, receipts and heads too. */
    public CompletableFuture<Void> settle() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        if (!inbox.put(Agenda.Item.of(new Event.Tick(), () -> settled.complete(null)))) {
            settled.completeExceptionally(new Refused(Refused.Reason.FENCED, "the node stops"));
        }
        return settled;
    }

    /**
     * Founds a line, or adds members to one: makes our keys for it, has the root key sign them, and begins our logs.
     *
     * @param members all of them, ourselves too
     * @param addresses where others are dialled, as far as that is known
     * @param root our secret root key
     */
    public CompletableFuture<LineId> found(
            LineId line,
            PartyName me,
            List<Event.Founder> members,
            Map<PartyName, Address> addresses,
            SigningKey root) {
        Bytes rootKey = Bytes.of(crypto.signatures().publicKey(root).raw());
        if (!members.contains(new Event.Founder(me, rootKey))) {
            throw new Refused(Refused.Reason.FORBIDDEN, "that root key is not the one of " + me + " on this line");
        }
        String tag = HexFormat.of().formatHex(bytes(4).array());
        Bytes keySet = standing.line(line).isPresent() ? Bytes.NONE : firstKeySet(line, me, root, tag);
        CompletableFuture<LineId> founded = new CompletableFuture<>();
        Event event = new Event.Found(line, me, members, keySet, tag);
        if (!inbox.put(Agenda.Item.of(event, () -> founded(line, members, addresses, founded)))) {
            founded.completeExceptionally(new Refused(Refused.Reason.FENCED, "the node stops"));
        }
        return founded;
    }

    private Bytes firstKeySet(LineId line, PartyName me, SigningKey root, String tag) {
        LineKeys keys = ring.fresh(line);
        Opening begin = new Opening(new Epoch(1, tag), 1);
        return Bytes.of(keys.keySet(crypto.signatures(), line, me, 1, tlsPin(), begin, begin)
                .signedBy(crypto.signatures(), root));
    }

    /** The SHA-256 of the public key with which it speaks TLS. */
    public Hash tlsPin() {
        return TlsIdentity.read(vault.read(NodeFolder.TLS)).pin();
    }

    private void founded(
            LineId line,
            List<Event.Founder> members,
            Map<PartyName, Address> addresses,
            CompletableFuture<LineId> founded) {
        standing.read(disk.load());
        boolean all = standing.line(line)
                .filter(of -> members.stream().allMatch(member -> of.members().containsKey(member.party())))
                .isPresent();
        if (!all) {
            founded.completeExceptionally(new Refused(Refused.Reason.FULL, "there was no room for the line"));
            return;
        }
        members.forEach(member -> net.ifPresent(links -> links.relink(member.rootKey())));
        addresses.forEach((party, address) -> peer(line, party, address));
        founded.complete(line);
    }

    /** Changes our keys on a line, in force from the next entry on. The TLS key of the node stays. */
    public CompletableFuture<String> rotate(LineId line, SigningKey root) {
        Rotation rotation = new Rotation(line, ring.fresh(line), root, tlsPin(), crypto.signatures());
        return done(ticket -> {
            boolean goesOn = standing.fence(line)
                    .filter(fence -> fence.state() == Fence.State.OPEN)
                    .isPresent();
            return new Event.Rotate(ticket, line, rotation.keySet(disk.load(), goesOn, bytes(4).array()));
        });
    }

    /** Takes our keys on a line back: nothing more counts that they sign, and nothing can be said until there are new ones. */
    public CompletableFuture<String> revoke(LineId line, SigningKey root) {
        return done(ticket ->
                new Event.Revoke(ticket, line, Rotation.revocation(disk.load(), line, root, crypto.signatures())));
    }

    /** Stops cleanly: links end, what waits is committed, and the folder is left with the token of a clean stop. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        net.ifPresent(Net::close);
        inbox.close();
        committer.awaitEnd();
        tickets.close();
        try {
            if (!broken) {
                disk.close();
            }
        } finally {
            folder.close();
        }
    }
}
