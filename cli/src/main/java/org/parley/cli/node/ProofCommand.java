package org.parley.cli.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley proof}: a proof to hand on. */
@Command(
        name = "proof",
        description =
                "Writes a proof (C2SP tlog-proof) that a record stands in its log and which members held it. The record's"
                        + " envelope is in it, its body is not. parley verify FILE checks it, and so do programs of others.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley proof azure 4f0c AZURE-12 azure-12.tlog-proof"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:there is no such record, no signed head covers it yet, or the file is there already"
        })
public final class ProofCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line, or the beginning of its name.")
    private String line;

    @Parameters(index = "2", paramLabel = "RECORD", description = "The record, as AZURE-12 or BIRCH-S7.")
    private String record;

    @Parameters(
            index = "3",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where it is written; it must not be there. Without it, to standard output.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--json", description = "Print JSON: the names of record and log, and the proof.")
    private boolean json;

    /** Made by picocli. */
    public ProofCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        ask(folder, request("proof").put("line", line).put("record", record), this::told);
        return Exit.DONE;
    }

    private void told(Json.Obj item) {
        String proof = item.require("proof").text();
        file.ifPresent(to -> write(to, proof));
        if (json) {
            print(item);
        } else if (file.isPresent()) {
            out().println("the proof of " + record + " is in " + file.get());
        } else {
            out().print(proof);
            out().flush();
        }
    }

    private static void write(Path to, String proof) {
        try {
            Files.writeString(to, proof, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(to + " is there already", "write to another place");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
