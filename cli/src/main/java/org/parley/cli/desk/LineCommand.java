package org.parley.cli.desk;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command about one line. */
abstract class LineCommand extends DeskCommand {
    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "The line, or how its name begins; without it the only line with others.")
    private Optional<String> line = Optional.empty();

    @Override
    final int run(Api api) throws IOException, InterruptedException {
        return run(api, OurLine.of(api, line));
    }

    abstract int run(Api api, OurLine line) throws IOException, InterruptedException;
}
