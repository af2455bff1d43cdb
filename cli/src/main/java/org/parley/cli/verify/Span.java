package org.parley.cli.verify;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 30s}, {@code 10m} or {@code 2h}. */
final class Span implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    @Override
    public Duration convert(String text) {
        Matcher at = FORM.matcher(text);
        if (!at.matches()) {
            throw new TypeConversionException("'" + text + "' is no span of time; write it like 30s, 10m or 2h");
        }
        long number = Long.parseLong(at.group(1));
        return switch (at.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
