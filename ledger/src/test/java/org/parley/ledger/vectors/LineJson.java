package org.parley.ledger.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code line.json}: what the other files of {@code docs/vectors/line} do not say themselves. */
final class LineJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private LineJson() {}

    static byte[] of(VectorLine line) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.put("format", "parley/vectors/line/1");
        whole.put("about", "A line of two parties in all forms in which it is exchanged and published.");
        whole.put("line", VectorLine.LINE.hex());
        VectorLine.words().forEach(whole.putArray("words")::add);
        ObjectNode parties = whole.putObject("parties");
        for (VectorParty party : List.of(VectorLine.BIRCH, VectorLine.AZURE)) {
            parties.putObject(party.name().name())
                    .put("root", party.rootVerifier().toString())
                    .put("nonce", hex(VectorParty.chance(party.name() + " nonce")));
        }
        var logs = whole.putArray("logs");
        line.logs().forEach(log -> log(log, logs.addObject()));
        whole.putObject("record")
                .put("name", "BIRCH-5")
                .put("leaf", line.main.leaf(4).toString())
                .put("seed", hex(line.main.body(4).seed()))
                .put("commitment", line.main.body(4).commitment().toString());
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
        return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void log(VectorLog log, ObjectNode node) {
        node.put("origin", log.origin.toString());
        node.put("size", log.size());
        node.put("root", log.root().toString());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
