package org.parley.node.publicface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.publicface.Party.ASPEN;
import static org.parley.node.publicface.Party.BIRCH;
import static org.parley.node.publicface.Party.CEDAR;
import static org.parley.node.publicface.Party.MAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.VerifierKey;

/**
 * Programs that nobody here wrote read a served log, verify a proof and use the witness: golang.org/x/mod/sumdb and
 * filippo.io/torchwood, and the client of github.com/transparency-dev/witness. Needs Go, and the network for its modules:
 * {@code mvn -pl node -am test -Dtest=OutsideTest -Dparley.outside=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("outside")
@EnabledIfSystemProperty(named = "parley.outside", matches = "true")
class OutsideTest {
    private static final Path PROGRAM = Path.of(System.getProperty("parley.root", ".."), "node/src/test/go/outside");
    private static final NoteSigner WITNESS = CEDAR.witness(Algorithm.ED25519);
    private static final OtherLog OTHER = new OtherLog("log.example/go", 40, "a");

    @TempDir
    private Path folder;

    @Test
    void libraries_in_go_read_the_log_verify_the_proof_and_use_the_witness() throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasGo(), "go is not on the PATH");
        var disk = new MemoryLogs();
        for (int i = 0; i < 777; i++) {
            disk.grow(MAIN, BIRCH.log(MAIN));
        }
        disk.receipt(MAIN, ASPEN, 1_800_000_000, 1);
        Path proof = Files.write(
                folder.resolve("last.tlog-proof"),
                new ProofExport(disk, () -> List.of(Party.line(MAIN)), Party.SIGNATURES)
                        .proof(MAIN, 776, "extra".getBytes(UTF_8))
                        .bytes());
        var witness = new Witness(
                Map.of(OTHER.origin(), List.of(OTHER.signer().key())),
                List.of(WITNESS, CEDAR.witness(Algorithm.ML_DSA_44)),
                Party.VERIFIER,
                new FileWitnessState(folder.resolve("witness")),
                () -> true,
                InstantSource.system());
        try (Face face = Face.of(disk, witness, Party.line(MAIN))) {
            String told = run(
                    "-url=http://127.0.0.1:" + face.logs.port(),
                    "-origin=" + MAIN,
                    "-log=" + BIRCH.log(MAIN).key(),
                    "-cosigner=" + ASPEN.cosigner(1).key(),
                    "-proof=" + proof,
                    "-witness=" + WITNESS.key(),
                    "-signer=" + goSecret());
            assertThat(told).contains("served 777", "witnessed 294");
            assertThat(face.troubles).isEmpty();
        }
    }

    private static boolean hasGo() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(":", -1)).stream().anyMatch(at -> Files.isExecutable(Path.of(at, "go")));
    }

    /** The form of golang.org/x/mod/sumdb/note, "Generating Keys". */
    private static String goSecret() {
        VerifierKey key = OTHER.signer().key();
        byte[] typed = new byte[1 + Algorithm.SEED_LENGTH];
        typed[0] = key.type().code();
        System.arraycopy(OTHER.secret().seed(), 0, typed, 1, Algorithm.SEED_LENGTH);
        return "PRIVATE+KEY+" + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        var command = new ArrayList<>(List.of("go", "run", "."));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(PROGRAM.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        int code = process.waitFor();
        String text = Files.readString(told);
        assertThat(code).as(text).isZero();
        return text;
    }
}
