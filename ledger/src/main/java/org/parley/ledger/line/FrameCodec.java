package org.parley.ledger.line;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Frame.HelloLine;
import org.parley.ledger.line.Frame.SealedBody;

/** Frames in bytes (docs/formats.md): a type byte and fields. The length in front is the carrier's. */
public final class FrameCodec {
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;
    static final int INCARNATION = 16;

    private FrameCodec() {}

    /** The frame as its type byte and payload. */
    public static byte[] bytes(Frame frame) {
        Wire.Out out = new Wire.Out();
        switch (frame) {
            case Frame.Hello hello -> hello(out.u8(1), hello);
            case Frame.Batch batch -> batch(out.u8(2), batch);
            case Frame.Receipts receipts ->
                out.u8(3)
                        .text(receipts.origin())
                        .text(receipts.member())
                        .list(receipts.receipts(), FrameCodec::receipt);
            case Frame.Want want -> out.u8(4).text(want.origin()).u64(want.from());
            case Frame.Credit credit -> out.u8(5).u64(credit.bytes()).u64(credit.entries());
            case Frame.NotTaken refused ->
                out.u8(6)
                        .text(refused.origin())
                        .u16(refused.code())
                        .u64(refused.size())
                        .text(refused.reason());
            case Frame.Evidence evidence -> equivocation(out.u8(7), evidence.proof());
            case Frame.Ping ping ->
                out.u8(8).u64(ping.nonce()).raw(ping.incarnation().array()).u64(ping.clock());
            case Frame.Pong pong ->
                out.u8(9).u64(pong.nonce()).raw(pong.incarnation().array()).u64(pong.clock());
            case Frame.Head head -> out.u8(10).bytes(head.head());
            case Frame.Keys keys -> line(out.u8(11), keys.line()).bytes(keys.keySet());
            case Frame.Revoked revoked -> line(out.u8(12), revoked.line()).bytes(revoked.revocation());
            case Frame.Clone clone ->
                out.u8(13).raw(clone.one().array()).raw(clone.other().array());
            case Frame.Bye bye -> out.u8(14).text(bye.reason());
            case Frame.WantReceipts want -> out.u8(15).text(want.origin()).text(want.member());
        }
        return out.toBytes();
    }

    /** Reads one frame; anything else than exactly one frame is {@link Refused}. */
    public static Frame read(byte[] bytes) {
        if (bytes.length > Limits.FRAME) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a frame has more than " + Limits.FRAME + " bytes");
        }
        Wire.In in = new Wire.In(bytes, 0);
        int type = in.u8();
        Frame frame = switch (type) {
            case 1 -> hello(in);
            case 2 -> batch(in);
            case 3 ->
                new Frame.Receipts(
                        in.named(Origin::of), in.named(PartyName::new), in.list(Limits.RECEIPTS, FrameCodec::receipt));
            case 4 -> new Frame.Want(in.named(Origin::of), in.u64());
            case 5 -> new Frame.Credit(in.u64(), in.u64());
            case 6 -> new Frame.NotTaken(in.named(Origin::of), in.u16(), in.u64(), in.text());
            case 7 -> new Frame.Evidence(equivocation(in));
            case 8 -> new Frame.Ping(in.u64(), in.raw(INCARNATION), in.u64());
            case 9 -> new Frame.Pong(in.u64(), in.raw(INCARNATION), in.u64());
            case 10 -> new Frame.Head(in.bytes(Limits.NOTE));
            case 11 -> new Frame.Keys(line(in), in.bytes(Limits.NOTE));
            case 12 -> new Frame.Revoked(line(in), in.bytes(Limits.NOTE));
            case 13 -> new Frame.Clone(in.raw(INCARNATION), in.raw(INCARNATION));
            case 14 -> new Frame.Bye(in.text());
            case 15 -> new Frame.WantReceipts(in.named(Origin::of), in.named(PartyName::new));
            default -> throw Refused.malformed("there is no frame of type " + type);
        };
        in.end();
        return frame;
    }

    private static void hello(Wire.Out out, Frame.Hello hello) {
        out.u16(hello.leastVersion())
                .u16(hello.greatestVersion())
                .text(hello.party())
                .raw(hello.rootKey().array())
                .raw(hello.incarnation().array())
                .u64(hello.clock())
                .list(hello.rules(), Wire.Out::text)
                .list(hello.lines(), FrameCodec::helloLine);
    }

    private static Frame.Hello hello(Wire.In in) {
        return new Frame.Hello(
                in.u16(),
                in.u16(),
                in.named(PartyName::new),
                in.raw(KEY),
                in.raw(INCARNATION),
                in.u64(),
                in.list(Limits.LIST, Wire.In::text),
                in.list(Limits.LIST, FrameCodec::helloLine));
    }

    private static void helloLine(Wire.Out out, HelloLine of) {
        line(out, of.line())
                .list(of.keySets(), Wire.Out::bytes)
                .list(of.revocations(), Wire.Out::bytes)
                .list(
                        of.held(),
                        (to, held) -> to.text(held.origin()).u64(held.size()).hash(held.root()))
                .list(
                        of.receipts(),
                        (to, last) -> to.text(last.origin())
                                .text(last.member())
                                .u64(last.tally().count())
                                .u64(last.tally().digest())
                                .u64(last.size())
                                .u64(last.time()));
    }

    private static HelloLine helloLine(Wire.In in) {
        return new HelloLine(
                line(in),
                in.list(Limits.LIST, from -> from.bytes(Limits.NOTE)),
                in.list(Limits.LIST, from -> from.bytes(Limits.NOTE)),
                in.list(Limits.LIST, from -> new Frame.Held(from.named(Origin::of), from.u64(), from.hash())),
                in.list(
                        Limits.LIST,
                        from -> new Frame.HeldReceipts(
                                from.named(Origin::of),
                                from.named(PartyName::new),
                                new Receipt.Tally(from.u64(), from.u64()),
                                from.u64(),
                                from.u64())));
    }

    private static Wire.Out line(Wire.Out out, LineId line) {
        return out.raw(HexFormat.of().parseHex(line.hex()));
    }

    private static LineId line(Wire.In in) {
        return new LineId(HexFormat.of().formatHex(in.raw(16).array()));
    }

    private static void batch(Wire.Out out, Frame.Batch batch) {
        out.text(batch.origin())
                .u64(batch.first())
                .bytes(batch.head())
                .list(batch.entries(), Wire.Out::bytes)
                .list(
                        batch.bodies(),
                        (to, body) -> body.ifPresentOrElse(
                                there -> to.u8(1).raw(there.seed().array()).bytes(there.body()), () -> to.u8(0)));
    }

    private static Frame.Batch batch(Wire.In in) {
        Frame.Batch batch = new Frame.Batch(
                in.named(Origin::of),
                in.u64(),
                in.bytes(Limits.NOTE),
                in.list(Limits.BATCH_ENTRIES, from -> from.bytes(Limits.ENTRY)),
                in.list(Limits.BATCH_ENTRIES, FrameCodec::body));
        if (batch.entries().isEmpty()
                || batch.entries().size() != batch.bodies().size()) {
            throw Refused.malformed("a batch has as many bodies as entries, and at least one");
        }
        return batch;
    }

    private static Optional<SealedBody> body(Wire.In in) {
        return switch (in.u8()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new SealedBody(in.raw(KEY), in.bytes(Limits.BODY)));
            default -> throw Refused.malformed("a body in a batch is there (1) or not (0)");
        };
    }

    private static void receipt(Wire.Out out, Receipt receipt) {
        out.u64(receipt.size())
                .hash(receipt.root())
                .u64(receipt.time())
                .raw(receipt.signature().array());
    }

    private static Receipt receipt(Wire.In in) {
        return new Receipt(in.u64(), in.hash(), in.u64(), in.raw(SIGNATURE));
    }

    private static void equivocation(Wire.Out out, Equivocation proof) {
        out.text(proof.origin())
                .bytes(proof.smaller())
                .bytes(proof.larger())
                .hash(proof.rootAtSmaller())
                .list(proof.proof(), Wire.Out::hash);
    }

    private static Equivocation equivocation(Wire.In in) {
        Origin origin = in.named(Origin::of);
        Bytes smaller = in.bytes(Limits.NOTE);
        Bytes larger = in.bytes(Limits.NOTE);
        return new Equivocation(origin, smaller, larger, in.hash(), List.copyOf(in.list(Limits.PROOF, Wire.In::hash)));
    }
}
