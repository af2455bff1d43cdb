package org.parley.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.note.Checkpoint;

/** Sees everything that is signed and held, and says what must never have been. It knows nothing of how a ledger works. */
final class Witness {
    private record Place(Origin origin, long size) {}

    private record Of(Origin origin, PartyName member, long index) {}

    private static final String SUBTREE = "subtree/v1\n\0";

    /** How long after a link came up its two sides may be busy with what they missed. */
    private static final long SETTLED_AFTER = 5_000;

    /** In this time a safety record is receipted over a good link: sixteen frames of a flood would take longer. */
    private static final long SAFETY_WITHIN = 500;

    private final World world;
    private final Map<Place, Hash> signed = new HashMap<>();
    private final Map<Node.Acknowledged, Set<Node>> holders = new HashMap<>();
    private final Set<Node.Acknowledged> lostByWriter = new HashSet<>();
    private final Set<PartyName> twoFaced = new HashSet<>();
    private final Set<PartyName> cloned = new HashSet<>();
    private final Set<Place> waited = new HashSet<>();
    private final Set<Of> receiptsSeen = new HashSet<>();
    private final Cosigners cosigners;
    private final Pictures pictures;
    private long slowestSafety;
    private final List<String> broken = new ArrayList<>();

    Witness(World world) {
        this.world = world;
        this.cosigners = new Cosigners(world, this::breaks);
        this.pictures = new Pictures(world, this::breaks);
    }

    Pictures pictures() {
        return pictures;
    }

    Cosigners cosigners() {
        return cosigners;
    }

    void breaks(String what) {
        broken.add(what);
        world.trace("BROKEN: " + what);
    }

    /** What was broken, in words. */
    List<String> broken() {
        return broken;
    }

    /** From now on this party is meant to show two faces. */
    void twoFaced(PartyName party) {
        twoFaced.add(party);
    }

    /** From now on two copies of this party's node may give receipts. */
    void cloned(PartyName party) {
        cloned.add(party);
    }

    boolean isCloned(PartyName party) {
        return cloned.contains(party);
    }

    boolean isTwoFaced(PartyName party) {
        return twoFaced.contains(party);
    }

    /** A ledger wanted to store what contradicts what is stored: the real store would end the process. */
    void contradicted(Node node, String what) {
        breaks("CONTRADICTION: " + node + " wanted to store what cannot be: " + what);
    }

    /** A disk came back as it was before: what nobody else holds of what it lost may be gone. */
    void rolledBack(Node node) {
        cosigners.rolledBack(node.party);
        for (Node.Acknowledged said : node.acknowledged) {
            if (!holds(node, said)) {
                lostByWriter.add(said);
            }
        }
        holders.forEach((said, nodes) -> nodes.removeIf(holder -> holder == node && !holds(node, said)));
    }

    private static boolean holds(Node node, Node.Acknowledged said) {
        return node.disk.size(said.origin()) > said.index()
                && node.disk.leaf(said.origin(), said.index()).equals(said.leaf());
    }

    /** Signatures that this witness sees being made. */
    Signatures watching(Node node, Signatures stub) {
        return new Signatures() {
            @Override
            public byte[] sign(SigningKey key, byte[] message) {
                signing(node, message);
                return stub.sign(key, message);
            }

            @Override
            public boolean verifies(VerifyingKey key, byte[] message, byte[] signature) {
                return stub.verifies(key, message, signature);
            }

            @Override
            public VerifyingKey publicKey(SigningKey key) {
                return stub.publicKey(key);
            }

            @Override
            public String name() {
                return stub.name();
            }
        };
    }

    private void signing(Node node, byte[] bytes) {
        String message = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean receipt = message.startsWith("cosignature/v1\ntime ");
        int body = receipt ? message.indexOf('\n', 20) + 1 : 0;
        Checkpoint head;
        try {
            head = message.startsWith(SUBTREE) ? subtree(bytes) : Checkpoint.parse(message.substring(body));
        } catch (Refused noHead) {
            return;
        }
        Origin origin = Origin.of(head.origin());
        if (node.disk.durableSize(origin) < head.size()) {
            breaks(node + " signed " + origin + " at " + head.size() + " when its disk held "
                    + node.disk.durableSize(origin));
        }
        if (receipt && !cloned.contains(node.party) && twoFaced.isEmpty()) {
            cosigners.signed(origin, head.size(), Long.parseLong(message.substring(20, body - 1)));
        }
        if (!receipt && !twoFaced.contains(origin.party())) {
            signed.put(new Place(origin, head.size()), head.root());
            for (Node other : world.nodes()) {
                boolean contradicts = !other.party.equals(origin.party())
                        && other.disk
                                .head(origin, head.size())
                                .filter(held -> !held.text().startsWith(head.text()))
                                .isPresent();
                if (contradicts) {
                    breaks("FORK: " + node + " signed " + origin + " at " + head.size() + ", and " + other
                            + " holds another root of that size");
                }
            }
        }
    }

    /** What ML-DSA-44 signs of a tree: its name, a time, the origin, where it begins and ends, the root. */
    private static Checkpoint subtree(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).position(SUBTREE.length());
        in.position(in.position() + 1 + in.get(in.position()) + Long.BYTES);
        byte[] origin = new byte[in.get()];
        in.get(origin);
        long start = in.getLong();
        long end = in.getLong();
        byte[] root = new byte[Hash.LENGTH];
        in.get(root);
        if (start != 0 || in.hasRemaining()) {
            throw new IllegalStateException("a tree that is signed begins with its first leaf and ends with its root");
        }
        return new Checkpoint(new String(origin, StandardCharsets.ISO_8859_1), end, Hash.of(root));
    }

    void receipted(Node node, Effect.Receipted receipted) {
        for (Node.Acknowledged said : node.acknowledged) {
            if (said.origin().equals(receipted.origin()) && said.index() < receipted.size()) {
                world.nodes().stream()
                        .filter(other -> other.party.equals(receipted.member()) && holds(other, said))
                        .forEach(other -> holders.computeIfAbsent(said, key -> new HashSet<>())
                                .add(other));
            }
            if (said.safety() && said.origin().equals(receipted.origin()) && said.index() < receipted.size()) {
                receiptsSeen.add(new Of(said.origin(), receipted.member(), said.index()));
            }
            if (said.safety()
                    && said.origin().equals(receipted.origin())
                    && said.index() < receipted.size()
                    && waited.add(new Place(said.origin(), said.index()))) {
                slowestSafety = Math.max(slowestSafety, world.now() - said.saidAt());
            }
        }
    }

    /**
     * A safety record is durable at its writer: every member whose link has been good for a while gives its receipt in
     * time, whatever stands in front of it on the main log.
     */
    void safetySaid(Node writer, Effect.Said said) {
        for (Cable cable : world.cables()) {
            boolean settled =
                    cable.link != 0 && cable.state == Cable.State.GOOD && cable.upSince + SETTLED_AFTER <= world.now();
            if (cable.isAt(writer) && settled && twoFaced.isEmpty() && cloned.isEmpty()) {
                long link = cable.link;
                long since = cable.upSince;
                world.in(SAFETY_WITHIN, () -> {
                    if (cable.link == link && cable.upSince == since) {
                        safetyInTime(writer, cable.other(writer).party, said);
                    }
                });
            }
        }
    }

    /**
     * A receipt for more counts too: it was given over a part of the log that its writer and the member have both lost since.
     * The member says no less than it has said, so it waits until the log is as long again.
     */
    private boolean hasReceiptFor(PartyName member, Effect.Said said) {
        return receiptsSeen.stream()
                .anyMatch(seen -> seen.origin().equals(said.origin())
                        && seen.member().equals(member)
                        && seen.index() >= said.index());
    }

    private void safetyInTime(Node writer, PartyName member, Effect.Said said) {
        boolean ended = writer.disk
                .image(said.origin())
                .flatMap(LogImage::voidFrom)
                .filter(size -> said.index() >= size)
                .isPresent();
        if (!ended && !hasReceiptFor(member, said)) {
            breaks("LATE: " + member + " gave no receipt for " + said.origin().recordName(said.index()) + " within "
                    + SAFETY_WITHIN + " ms");
        }
    }

    /** The longest that a safety record waited for its first receipt. */
    long slowestSafety() {
        return slowestSafety;
    }

    /** What must hold when all is healed and quiet. */
    void afterHealing() {
        Node first = world.nodes().getFirst();
        for (Node node : world.nodes()) {
            for (Origin origin : node.disk.origins()) {
                if (!twoFaced.contains(origin.party())) {
                    sameEverywhere(node, origin);
                    acknowledgedIsHeld(node, origin);
                }
            }
        }
        for (Origin origin : first.disk.origins()) {
            if (!twoFaced.contains(origin.party()) && twoFaced.isEmpty()) {
                receiptsAreShared(origin);
                lastingHeadsAreShared(origin);
            }
        }
        twoFaced.forEach(this::isFrozenEverywhere);
        pictures.sameEverywhere();
    }

    private void sameEverywhere(Node node, Origin origin) {
        Optional<LogImage> here = node.disk.image(origin);
        for (Node other : world.nodes()) {
            Optional<LogImage> there = other.disk.image(origin);
            Optional<Long> ends = here.flatMap(LogImage::voidFrom);
            boolean same = ends.isPresent()
                    ? there.map(LogImage::size).orElse(0L) >= Math.min(ends.get(), node.disk.size(origin))
                    : there.map(LogImage::root).equals(here.map(LogImage::root));
            if (!same) {
                breaks(origin + " has " + node.disk.size(origin) + " entries at " + node + ", "
                        + other.disk.size(origin) + " at " + other);
            }
            Hash root = here.map(LogImage::root).orElseThrow();
            Hash signedRoot = signed.getOrDefault(new Place(origin, node.disk.size(origin)), root);
            if (!signedRoot.equals(root) && ends.isEmpty()) {
                breaks(node + " holds another " + origin + " than was signed");
            }
        }
    }

    private void acknowledgedIsHeld(Node node, Origin origin) {
        for (Node writer : world.nodes()) {
            if (!writer.party.equals(origin.party())) {
                continue;
            }
            for (Node.Acknowledged said : writer.acknowledged) {
                boolean heldByOthers = !holders.getOrDefault(said, Set.of()).isEmpty();
                boolean excused = lostByWriter.contains(said) && !heldByOthers;
                boolean ended = node.disk
                        .image(origin)
                        .flatMap(LogImage::voidFrom)
                        .filter(size -> said.index() >= size)
                        .isPresent();
                boolean held = holds(node, said);
                if (said.origin().equals(origin) && !held && !excused && !ended) {
                    breaks("LOST: " + node + " does not hold " + origin.recordName(said.index())
                            + (heldByOthers ? ", though another had given a receipt" : ""));
                    return;
                }
            }
        }
    }

    private void receiptsAreShared(Origin origin) {
        for (Node member : world.nodes()) {
            if (member.party.equals(origin.party())) {
                continue;
            }
            List<Receipt> own = member.disk.allReceipts(origin, member.party);
            long size = member.disk.size(origin);
            if (size > 0 && (own.isEmpty() || own.getLast().size() < size)) {
                breaks(member + " gave no receipt for all of " + origin);
            }
            for (Node node : world.nodes()) {
                List<Receipt> there = node.disk.allReceipts(origin, member.party);
                if (!same(member, own, there)) {
                    breaks("the receipts of " + member + " over " + origin + " are " + there.size() + " at " + node
                            + ", " + own.size() + " at " + member);
                }
            }
        }
    }

    /**
     * The same receipts. A receipt that a crash lost is signed again, the same message: by another key, where the member's keys
     * changed in between.
     */
    private static boolean same(Node member, List<Receipt> own, List<Receipt> there) {
        boolean oneKey = member.keys.newest() == 1;
        return oneKey ? there.equals(own) : said(there).equals(said(own));
    }

    private static List<Receipt> said(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> new Receipt(receipt.size(), receipt.root(), receipt.time(), Bytes.NONE))
                .toList();
    }

    /** The last but one lasting head of a log that goes on: its writer has one, and the others one of no lesser size. */
    private void lastingHeadsAreShared(Origin origin) {
        Optional<Node> writer = world.nodes().stream()
                .filter(node -> node.party.equals(origin.party()))
                .findFirst();
        boolean open = writer.flatMap(node -> node.disk.image(origin))
                .filter(log -> log.state() == LogImage.State.OPEN && log.size() > 0)
                .isPresent();
        if (!open) {
            return;
        }
        Optional<Long> newest = writer.flatMap(node -> node.disk.lastingSize(origin, 0, Long.MAX_VALUE));
        if (newest.isEmpty()) {
            breaks(origin + " has no lasting head");
            return;
        }
        long settled = writer.flatMap(node -> node.disk.lastingSize(origin, 0, newest.get() - 1))
                .orElse(0L);
        for (Node node : world.nodes()) {
            if (node.disk.lastingSize(origin, 0, Long.MAX_VALUE).orElse(0L) < settled) {
                breaks(node + " has no lasting head of " + origin + " for size " + settled + " or more");
            }
        }
    }

    /**
     * Where two disks hold different entries at the same place, every honest member has the proof. A copy that was stopped
     * before it said anything showed no face.
     */
    private void isFrozenEverywhere(PartyName party) {
        for (Node node : world.nodes()) {
            boolean knows = node.disk.evidence().stream()
                    .anyMatch(proof -> proof.origin().party().equals(party));
            if (!node.party.equals(party) && !knows && showedTwoFaces(party)) {
                breaks(node + " has no proof that " + party + " showed two faces");
            }
        }
    }

    private boolean showedTwoFaces(PartyName party) {
        return world.nodes().stream()
                .flatMap(node -> node.disk.origins().stream())
                .filter(origin -> origin.party().equals(party))
                .anyMatch(origin -> world.nodes().stream()
                        .anyMatch(one ->
                                world.nodes().stream().anyMatch(other -> contradict(origin, one.disk, other.disk))));
    }

    private static boolean contradict(Origin origin, MemoryDisk one, MemoryDisk other) {
        long common = Math.min(one.size(origin), other.size(origin));
        return common > 0
                && LongStream.range(0, common)
                        .anyMatch(i -> !one.leaf(origin, i).equals(other.leaf(origin, i)));
    }
}
