package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import org.parley.node.doctor.Doctor;
import org.parley.node.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley doctor}: what this machine and a folder are like. */
@Command(
        name = "doctor",
        description =
                "Looks at this machine and at a node's folder, and says what must be done. A folder that nobody serves"
                        + " is opened for that moment.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley doctor azure --scrub"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing must be done about what was looked at",
            "2:the folder is not there",
            "4:something must be done"
        })
public final class DoctorCommand extends NodeCommand {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The node's folder; without it the machine alone.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--scrub", description = "Read everything that is stored and recompute it.")
    private boolean scrub;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    /** Made by picocli. */
    public DoctorCommand() {}

    @Override
    int run() throws IOException {
        Doctor doctor = new Doctor(options());
        List<Finding> findings = doctor.machine();
        if (folder.isPresent()) {
            findings = doctor.folder(folder.get(), scrub);
        }
        findings.forEach(this::told);
        return findings.stream().anyMatch(Finding::bad) ? Exit.TO_BE_DONE : Exit.DONE;
    }

    private void told(Finding finding) {
        if (json) {
            print(Json.Obj.builder()
                    .put("about", finding.about())
                    .put("told", finding.told())
                    .put("bad", finding.bad())
                    .build());
        } else {
            out().println((finding.bad() ? "! " : "  ") + finding.about() + ": " + finding.told());
        }
    }
}
