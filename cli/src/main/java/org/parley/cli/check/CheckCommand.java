package org.parley.cli.check;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parley.cli.BadInput;
import org.parley.cli.check.read.Complaints;
import org.parley.cli.check.read.MinimaFile;
import org.parley.cli.check.read.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley check}. */
@Command(
        name = "check",
        description = "Finds every conflict among the activities in some files.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no conflict found among the volumes given",
            "1:conflicts found, or with --sites an activity near a site",
            "2:bad input or wrong options; without --keep-going nothing was checked then"
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--horizontal", paramLabel = "M", description = "Least distance in metres (default 500).")
    private Optional<Double> horizontal = Optional.empty();

    @Option(names = "--vertical", paramLabel = "M", description = "Least height between in metres (default 100).")
    private Optional<Double> vertical = Optional.empty();

    @Option(names = "--time", paramLabel = "S", description = "Least time between in seconds (default 300).")
    private Optional<Double> time = Optional.empty();

    @Option(names = "--minima", paramLabel = "FILE", description = "Minima by pairs of kinds, as JSON.")
    private Optional<String> minima = Optional.empty();

    @Option(
            names = "--terrain",
            paramLabel = "LOW,HIGH",
            description = "Lowest and highest ground in metres above the ellipsoid; needed with AGL and SFC.")
    private Optional<String> terrain = Optional.empty();

    @Option(
            names = "--fl-margin",
            paramLabel = "M",
            description = "Metres by which a flight level may differ; needed where levels meet metres.")
    private Optional<Double> levelMargin = Optional.empty();

    @Option(
            names = "--fl-minimum",
            paramLabel = "N",
            description = "Least height between flight levels, in levels; needed where levels meet levels.")
    private Optional<Double> levelMinimum = Optional.empty();

    @Option(names = "--same-party", description = "Hold activities of the same party against each other too.")
    private boolean sameParty;

    @Option(names = "--suggest", description = "Say what would end each conflict.")
    private boolean suggest;

    @Option(names = "--sites", paramLabel = "FILE", description = "Report activities that come near notified sites.")
    private Optional<String> sites = Optional.empty();

    @Option(names = "--keep-going", description = "Check the good features although others are bad.")
    private boolean keepGoing;

    @Option(names = "--format", paramLabel = "F", description = "One of: ${COMPLETION-CANDIDATES} (default table).")
    private Format format = Format.table;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "GeoJSON: a FeatureCollection, or one Feature a line; - is standard input.")
    private List<String> files = List.of();

    private final InputStream standardInput;

    /** Reads standard input for {@code -}. */
    public CheckCommand() {
        this(System.in);
    }

    /** @param standardInput what {@code -} stands for */
    public CheckCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        refuseTwice();
        Complaints complaints = new Complaints(spec.commandLine().getErr());
        MinimaFile.Table table =
                minima.map(file -> MinimaFile.read(source(file), complaints)).orElse(MinimaFile.Table.NOTHING);
        Terms terms = TermsEntry.terms(
                new TermsEntry.Flags(horizontal, vertical, time, terrain, levelMargin, levelMinimum, sameParty), table);
        return new Check(spec.commandLine().getOut(), spec.commandLine().getErr(), complaints, terms)
                .run(new Check.Request(
                        files.stream().map(this::source).toList(),
                        sites.map(this::source),
                        format,
                        suggest,
                        keepGoing));
    }

    private Source source(String name) {
        return Source.of(name, standardInput);
    }

    /** Standard input can be read once; a file read twice would be an activity twice as large. */
    private void refuseTwice() {
        Set<Path> seen = new HashSet<>();
        for (String name : files) {
            once(name, seen);
        }
        Stream.of(minima, sites).flatMap(Optional::stream).filter("-"::equals).forEach(name -> once(name, seen));
    }

    private static void once(String name, Set<Path> seen) {
        if (!seen.add(Path.of(name).toAbsolutePath().normalize())) {
            throw new BadInput((name.equals("-") ? "standard input" : name) + " is given twice", "give it once");
        }
    }
}
