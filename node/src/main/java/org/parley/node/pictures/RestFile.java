package org.parley.node.pictures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.Standing;
import org.parley.node.home.PrivateFile;
import org.parley.picture.AtRest;

/**
 * What of a line was at rest when the node last looked, in its folder: a start that finds it reads what is awake alone. It is
 * taken only where it is whole, was made by these rules among these members, and where each log still has the entry with which
 * it ended then; otherwise all is folded. It says nothing that does not follow from the records.
 */
final class RestFile {
    private static final String FORM = "parley-rest/1";

    private final Path file;
    private final Standing.Line line;
    private final Records records;

    RestFile(Path folder, Standing.Line line, Records records) {
        this.file = folder.resolve("rest").resolve(line.line().hex());
        this.line = line;
        this.records = records;
    }

    /** By which rules it was made, and for whom. */
    private String made() {
        return FORM + " " + AtRest.RULES + " "
                + line.members().keySet().stream().sorted().toList();
    }

    void write(AtRest atRest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(made());
            out.writeInt(atRest.taken().size());
            for (Map.Entry<Origin, AtRest.Taken> log : atRest.taken().entrySet()) {
                out.writeUTF(log.getKey().toString());
                out.write(ending(log.getKey(), log.getValue()).orElseThrow().bytes());
            }
            out.write(atRest.bytes());
            out.flush();
            out.write(Merkle.leafHash(bytes.toByteArray()).bytes());
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateFile.write(file, bytes.toByteArray());
    }

    private Optional<Hash> ending(Origin log, AtRest.Taken taken) {
        return taken.size() > records.counting(log) ? Optional.empty() : records.leaf(log, taken.size() - 1);
    }

    /** Empty where there is none that can be taken. */
    Optional<AtRest> read() {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (bytes.length <= Hash.LENGTH) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(bytes, bytes.length - Hash.LENGTH);
            Hash checksum = Hash.of(Arrays.copyOfRange(bytes, content.length, bytes.length));
            return Merkle.leafHash(content).equals(checksum) ? taken(content) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<AtRest> taken(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (!in.readUTF().equals(made())) {
            return Optional.empty();
        }
        Map<Origin, Hash> endings = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            endings.put(Origin.of(in.readUTF()), Hash.of(in.readNBytes(Hash.LENGTH)));
        }
        return AtRest.read(in.readAllBytes())
                .filter(atRest -> atRest.taken().entrySet().stream()
                        .allMatch(log -> ending(log.getKey(), log.getValue())
                                .equals(Optional.ofNullable(endings.get(log.getKey())))));
    }
}
