package org.parley.cli.tracks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code parley activities}: activities from what is at hand; so far from tracks. */
@Command(
        name = "activities",
        description =
                "Writes activities as they were flown, from rows of reported positions, one GeoJSON feature a line.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:unknown option, or a file or a row that cannot be read"})
public final class ActivitiesCommand implements Callable<Integer> {
    private static final double LEAST = 1;
    private static final double MOST = 50_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from-tracks",
            required = true,
            paramLabel = "FILE",
            description = "Rows of positions: a JSON array of objects, or CSV with the same columns (timestamp, icao24,"
                    + " callsign, flight_id, latitude, longitude, altitude, geoaltitude); may be gzipped; - is standard"
                    + " input.")
    private String file;

    @Option(names = "--party", required = true, paramLabel = "NAME", description = "Whose activities they are.")
    private String party;

    @Option(
            names = "--slice",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Seconds.class,
            description = "How long a volume lasts at most, as 30s, 2m or 1h (default: ${DEFAULT-VALUE}).")
    private long slice;

    @Option(
            names = "--half-width",
            paramLabel = "M",
            defaultValue = "250",
            description = "Metres beside the reported positions (default: ${DEFAULT-VALUE}).")
    private double halfWidth;

    @Option(
            names = "--half-height",
            paramLabel = "M",
            defaultValue = "50",
            description = "Metres above and below the reported heights (default: ${DEFAULT-VALUE}).")
    private double halfHeight;

    @Option(names = "--keep-going", description = "Leave bad rows out and write the rest; the exit code stays 2.")
    private boolean keepGoing;

    /** Made by picocli. */
    public ActivitiesCommand() {}

    @Override
    public Integer call() throws IOException {
        within("--half-width", halfWidth);
        within("--half-height", halfHeight);
        if (party.isBlank()) {
            throw new BadInput("--party is empty", "name whose activities they are");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Tracks tracks = new Tracks(slice, halfWidth, halfHeight);
        Tracks.Result result = tracks.write(open(), file, callsign -> party, keepGoing, out);
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output cannot be written");
        }
        result.reasons().forEach(reason -> err.println("parley: " + file + ": " + reason));
        if (result.bad() > result.reasons().size()) {
            err.printf(
                    "parley: and %,d more bad rows%n",
                    result.bad() - result.reasons().size());
        }
        if (result.bad() > 0 && !keepGoing) {
            err.println("hint: nothing was written; --keep-going leaves bad rows out");
            return Exit.BAD_INPUT;
        }
        result.counts().forEach(err::println);
        return result.bad() > 0 ? Exit.BAD_INPUT : Exit.DONE;
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private static void within(String option, double metres) {
        if (!(metres >= LEAST && metres <= MOST)) {
            throw new BadInput(option + " " + metres + ": not 1 to 50000", "give metres");
        }
    }

    /** A length of time with its unit, in milliseconds. */
    static final class Seconds implements ITypeConverter<Long> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(s|m|h|)");
        private static final long DAY = 86_400_000;

        Seconds() {}

        @Override
        public Long convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException("'" + value + "' is no length of time; write 60s, 2m or 1h");
            }
            long unit = switch (form.group(2)) {
                case "m" -> 60_000;
                case "h" -> 3_600_000;
                default -> 1_000;
            };
            long millis = Long.parseLong(form.group(1)) * unit;
            if (millis < 1_000 || millis > DAY) {
                throw new TypeConversionException("'" + value + "' is not between 1s and 24h");
            }
            return millis;
        }
    }
}
