package org.parley.cli.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.BadInput;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which node is asked, as whom, and how the answer is printed: the same for all commands of the desk. */
final class Where {
    private static final String TOKEN = "PARLEY_TOKEN";

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            description = "The node's folder, which must be served; or the address of its API, https://HOST:PORT.")
    private String node = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where the token for an address stands, on one line; otherwise it is taken from the"
                    + " environment, PARLEY_TOKEN.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "The certificate that the node at an https address shows, in PEM, where no authority that this"
                            + " machine knows has signed it.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--json", description = "Print what the node answers, as JSON.")
    private boolean json;

    String node() {
        return node;
    }

    boolean json() {
        return json;
    }

    Api open() throws IOException {
        return node.matches("(?i)https?://.*") ? WebApi.of(node, token(), certificate) : FolderApi.of(Path.of(node));
    }

    private Optional<String> token() throws IOException {
        if (tokenFile.isEmpty()) {
            return Optional.ofNullable(System.getenv(TOKEN)).map(String::strip);
        }
        String text =
                Files.readString(tokenFile.get()).lines().findFirst().orElse("").strip();
        if (text.isEmpty()) {
            throw new BadInput(tokenFile.get() + " has no token on its first line", "parley token add makes one");
        }
        return Optional.of(text);
    }
}
