package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** Any frame, by a seeded chance that likes the ends of ranges. */
final class Frames {
    static final int TYPES = 15;
    private static final String NAME = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final List<String> TEXTS = List.of("", "a", "\u0000", "قف", "стой", "😀", "a".repeat(1_024));

    private final SplittableRandom random;
    private final boolean small;

    /** With {@code small} no list and no bytes are long, so that many frames are made in a short time. */
    Frames(long seed, boolean small) {
        this.random = new SplittableRandom(seed);
        this.small = small;
    }

    Frame of(int type) {
        return switch (type) {
            case 1 ->
                new Frame.Hello(
                        u16(), u16(), party(), bytes(32), bytes(16), u64(), list(4, this::text), list(3, this::line));
            case 2 -> batch(1 + random.nextInt(small ? 3 : 256));
            case 3 -> new Frame.Receipts(origin(), party(), list(small ? 3 : 1_024, this::receipt));
            case 4 -> new Frame.Want(origin(), u64());
            case 5 -> new Frame.Credit(u64(), u64());
            case 6 -> new Frame.NotTaken(origin(), u16(), u64(), text());
            case 7 ->
                new Frame.Evidence(new Equivocation(
                        origin(), upTo(16_384), upTo(16_384), hash(), list(small ? 3 : 63, this::hash)));
            case 8 -> new Frame.Ping(u64(), bytes(16), u64());
            case 9 -> new Frame.Pong(u64(), bytes(16), u64());
            case 10 -> new Frame.Head(upTo(16_384));
            case 11 -> new Frame.Keys(lineId(), upTo(16_384));
            case 12 -> new Frame.Revoked(lineId(), upTo(16_384));
            case 13 -> new Frame.Clone(bytes(16), bytes(16));
            case 14 -> new Frame.Bye(text());
            case 15 -> new Frame.WantReceipts(origin(), party());
            default -> throw new IllegalArgumentException("no frame has type " + type);
        };
    }

    Frame.Batch batch(int entries) {
        List<Bytes> all = new ArrayList<>();
        List<Optional<Frame.SealedBody>> bodies = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            all.add(upTo(4_096));
            bodies.add(
                    random.nextInt(3) == 0
                            ? Optional.empty()
                            : Optional.of(new Frame.SealedBody(bytes(32), upTo(i == 0 ? 131_072 : 1_024))));
        }
        return new Frame.Batch(origin(), u64(), upTo(16_384), all, bodies);
    }

    private Frame.HelloLine line() {
        return new Frame.HelloLine(
                lineId(),
                list(3, () -> upTo(16_384)),
                list(2, () -> upTo(16_384)),
                list(4, () -> new Frame.Held(origin(), u64(), hash())),
                list(
                        4,
                        () -> new Frame.HeldReceipts(
                                origin(), party(), new Receipt.Tally(u64(), u64()), u64(), u64())));
    }

    private Receipt receipt() {
        return new Receipt(u64(), hash(), u64(), bytes(64));
    }

    int u16() {
        return pick(0, 1, 403, 65_535, random.nextInt(65_536));
    }

    long u64() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> random.nextLong(1L << 33);
            default -> random.nextLong(Long.MAX_VALUE);
        };
    }

    Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** Bytes of any length up to this one, often the shortest or the longest. */
    Bytes upTo(int most) {
        int limit = small ? Math.min(most, 60) : most;
        return bytes(pick(0, 1, limit, random.nextInt(limit + 1), random.nextInt(100)));
    }

    Hash hash() {
        return Hash.of(bytes(32).array());
    }

    LineId lineId() {
        return new LineId(HexFormat.of().formatHex(bytes(16).array()));
    }

    PartyName party() {
        StringBuilder name = new StringBuilder().append(NAME.charAt(random.nextInt(26)));
        int length = pick(1, 16, 1 + random.nextInt(16));
        while (name.length() < length) {
            name.append(NAME.charAt(random.nextInt(NAME.length())));
        }
        return new PartyName(name.toString());
    }

    Origin origin() {
        int number = pick(1, 999_999_999, 1 + random.nextInt(1_000));
        Lane lane = random.nextBoolean() ? Lane.MAIN : Lane.SAFETY;
        return new Origin(lineId(), party(), lane, new Epoch(number, bytes(4).toString()));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> List<T> list(int most, Supplier<T> item) {
        int length = pick(0, 1, random.nextInt(most + 1), most);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(item.get());
        }
        return List.copyOf(items);
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }
}
