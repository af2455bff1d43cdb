package org.parley.ledger.contract;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.line.Transaction.Write;

/** A line of BIRCH (we) and CEDAR with made-up content from a seed; the tree is hashed as RFC 6962 says it, recursively. */
public final class Sample {
    public static final LineId LINE = new LineId("4f0c".repeat(8));
    public static final PartyName BIRCH = new PartyName("BIRCH");
    public static final PartyName CEDAR = new PartyName("CEDAR");
    public static final Origin OURS = origin(BIRCH, Lane.MAIN);
    public static final Origin SAFETY = origin(BIRCH, Lane.SAFETY);
    public static final Origin THEIRS = origin(CEDAR, Lane.MAIN);

    private final RandomGenerator random;
    private final Map<Origin, List<Bytes>> entries = new HashMap<>();

    public Sample(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static Origin origin(PartyName party, Lane lane) {
        return new Origin(LINE, party, lane, Epoch.of("1-0a1b2c3d"));
    }

    public static Transaction transaction(Write... writes) {
        return new Transaction(List.of(writes));
    }

    public Transaction line() {
        return transaction(
                new Transaction.NewLine(LINE, BIRCH),
                new Transaction.NewMember(LINE, BIRCH, bytes(32)),
                new Transaction.NewMember(LINE, CEDAR, bytes(32)),
                new Transaction.NewKeySet(LINE, BIRCH, 1, bytes(300)),
                new Transaction.NewKeySet(LINE, CEDAR, 1, bytes(300)));
    }

    public Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** Entries of 400 to 600 bytes with bodies of 200 to 400. */
    public Transaction.Append append(Origin origin, int count) {
        return append(origin, count, 300);
    }

    public Transaction.Append append(Origin origin, int count, int bodyLength) {
        List<Bytes> all = entries.computeIfAbsent(origin, any -> new ArrayList<>());
        List<Bytes> added = new ArrayList<>();
        List<Optional<SealedBody>> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(bytes(400 + random.nextInt(200)));
            int length = bodyLength - 100 + random.nextInt(200);
            bodies.add(Optional.of(new SealedBody(bytes(32), bytes(length))));
        }
        long first = all.size();
        all.addAll(added);
        return new Transaction.Append(first, added, leaves(added), bodies, image(origin));
    }

    /** The log as it is after what was appended. */
    public LogImage image(Origin origin) {
        List<Bytes> all = entries.getOrDefault(origin, List.of());
        return new LogImage(
                origin,
                all.size(),
                bytes(64),
                root(leaves(all)),
                1_700_000_000_000L + all.size(),
                1_700_000_000L,
                LogImage.State.OPEN,
                Optional.empty());
    }

    public List<Bytes> entries(Origin origin) {
        return entries.getOrDefault(origin, List.of());
    }

    public List<Hash> leaves(Origin origin) {
        return leaves(entries(origin));
    }

    /** A note of the form of a signed head. */
    public Transaction.NewHead head(Origin origin, long size) {
        Hash root = root(leaves(entries(origin).subList(0, (int) size)));
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n\n— " + origin
                + " " + Base64.getEncoder().encodeToString(bytes(68).array()) + "\n";
        return new Transaction.NewHead(origin, size, Bytes.ofText(text));
    }

    public Receipt receipt(Origin origin, long time) {
        return receipt(origin, entries(origin).size(), time);
    }

    public Receipt receipt(Origin origin, int size, long time) {
        return new Receipt(size, root(leaves(origin).subList(0, size)), time, bytes(64));
    }

    private static List<Hash> leaves(List<Bytes> entries) {
        return entries.stream()
                .map(entry -> sha256(new byte[] {0}, entry.array()))
                .toList();
    }

    /** MTH of RFC 6962, section 2.1. */
    public static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        if (leaves.isEmpty()) {
            return sha256();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(
                new byte[] {1},
                root(leaves.subList(0, left)).bytes(),
                root(leaves.subList(left, leaves.size())).bytes());
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the definition, in numbers that have no limits. */
    static Receipt.Tally tally(List<Receipt> receipts) {
        BigInteger prime = BigInteger.valueOf(Integer.MAX_VALUE);
        BigInteger sum = BigInteger.ZERO;
        for (Receipt receipt : receipts) {
            BigInteger y = BigInteger.valueOf(1_000_003)
                    .multiply(BigInteger.valueOf(receipt.size()))
                    .add(BigInteger.valueOf(receipt.time()))
                    .mod(prime);
            sum = sum.add(y.multiply(y).mod(prime));
        }
        return new Receipt.Tally(receipts.size(), sum.longValueExact());
    }
}
