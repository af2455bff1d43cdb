package org.parley.ledger.envelope;

import java.util.SplittableRandom;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.canonical.Jsons;

/** Envelopes of every kind, from a seed. */
final class Envelopes {
    static final Origin BIRCH = Origin.of("parley/4f0c1a2b3c4d5e6f708192a3b4c5d6e7/BIRCH/main/1-0a1b2c3d");

    private Envelopes() {}

    static Envelope any(SplittableRandom random) {
        var origin = new Origin(
                LineId.of(hash(random)),
                new PartyName(random.nextBoolean() ? "A" : "BIRCH123456789AB"),
                random.nextBoolean() ? Lane.MAIN : Lane.SAFETY,
                new Epoch(
                        random.nextInt(1, 1_000_000_000),
                        hash(random).toString().substring(0, 8)));
        boolean clear = random.nextBoolean();
        var builder = Envelope.builder(
                origin,
                random.nextLong(1, Json.Int.MAX + 1) >> random.nextInt(50) | 1,
                random.nextLong(Instants.MIN, Instants.MAX + 1),
                clear ? "heads" : random.nextBoolean() ? "a" : "z23456789-123456789-123456789-12");
        fill(builder, random);
        return clear ? builder.content(Jsons.object(random, 3)) : builder.body(hash(random));
    }

    static Hash hash(SplittableRandom random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    private static void fill(EnvelopeBuilder builder, SplittableRandom random) {
        var agreement = RecordRef.of(BIRCH, random.nextLong(1_000), hash(random));
        switch (random.nextInt(3)) {
            case 0 -> builder.about(agreement);
            case 1 -> builder.about(new ConflictRef(hash(random)));
            default -> builder.under(agreement);
        }
        if (random.nextBoolean()) {
            builder.role("\ud83d\ude00".repeat(64))
                    .officer("")
                    .precedence("flash")
                    .lang("ru");
        }
        if (random.nextBoolean()) {
            builder.audience("line").exercise(true).others(Jsons.object(random, 3));
        }
    }
}
