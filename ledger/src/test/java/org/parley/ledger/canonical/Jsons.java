package org.parley.ledger.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Values of every kind, from a seed. */
public final class Jsons {
    /** Code points at the edges of what UTF-8, UTF-16, RFC 8785 and the tables of Unicode tell apart. */
    private static final int[] EDGES = {
        0, 8, 9, 0xA, 0xB, 0xC, 0xD, 0x1F, ' ', '"', '/', '\\', 'u', 0x7F, 0x80, 0x7FF, 0x800, 0x416, 0x627, 0x2028,
        0xD7FB, 0xE000, 0xF8FF, 0xFB33, 0xFEFF, 0xFFFD, 0x10000, 0x1F600, 0x20000, 0xF0000, 0x10FFFD
    };

    private static final long[] NUMBERS = {
        0, 1, -1, 9, 10, -10, Json.Int.MAX, -Json.Int.MAX, Json.Int.MAX - 1, 507_512_345
    };

    private Jsons() {}

    public static Json any(SplittableRandom random, int depthLeft) {
        return switch (random.nextInt(depthLeft == 0 ? 3 : 5)) {
            case 0 -> Json.of(text(random));
            case 1 -> Json.of(number(random));
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> array(random, depthLeft - 1);
            default -> object(random, depthLeft - 1);
        };
    }

    /** An object whose members are at most this deep. */
    public static Json.Obj object(SplittableRandom random, int depthLeft) {
        Map<String, Json> members = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(text(random), any(random, depthLeft));
        }
        var builder = Json.Obj.builder();
        members.forEach(builder::put);
        return builder.build();
    }

    static String text(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(
                    random.nextBoolean() ? random.nextInt(' ', 0x7F) : EDGES[random.nextInt(EDGES.length)]);
        }
        return text.toString();
    }

    private static Json array(SplittableRandom random, int depthLeft) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(any(random, depthLeft));
        }
        return Json.of(items);
    }

    private static long number(SplittableRandom random) {
        return random.nextBoolean()
                ? NUMBERS[random.nextInt(NUMBERS.length)]
                : random.nextLong(-Json.Int.MAX, Json.Int.MAX) >> random.nextInt(53);
    }
}
