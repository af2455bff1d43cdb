package org.parley.node.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.parley.ledger.words.Language;
import org.parley.link.Address;
import org.parley.node.config.Config.LogFormat;
import org.parley.node.config.Config.Step;

/** Every setting that there is, declared once. */
final class Keys {
    private static final String API = "api";
    private static final String SIGN_IN = "sign-in";
    private static final String RELEASE = "release";
    private static final String WATCH = "watch";
    private static final String LANGUAGES = "languages";
    private static final String LOG = "log";
    private static final String ALARMS = "alarms";
    private static final String PICTURE = "picture";
    private static final String CONSOLE = "console";

    static final Key<Address> LISTEN = Key.usual(
            API,
            "listen",
            Values.address(),
            "\"127.0.0.1:8080\"",
            "Where the API and the console are served. Beyond this machine certificate and key are needed.");

    static final Key<Path> CERTIFICATE = Key.none(
            API,
            "certificate",
            Values.file(),
            "\"tls/certificate.pem\"",
            "PEM file of the certificates for TLS, the node's own first; a path from the node's folder on.");

    static final Key<Path> KEY = Key.none(
            API,
            "key",
            Values.file(),
            "\"tls/key.pem\"",
            "PEM file of its private key, which its owner alone may read.");

    static final Key<List<String>> HOST_NAMES = Key.usual(
            API,
            "host-names",
            Values.hostNames(),
            "[]",
            "What browsers may call the node, beside the address in listen; a request to any other name is refused."
                    + " Needed where listen is an address that means all.");

    static final Key<Duration> IDLE = Key.usual(
            SIGN_IN,
            "idle",
            Values.span(Duration.ofMinutes(1), Duration.ofDays(1)),
            "\"1 h\"",
            "A session that nobody uses ends after this; a console that is open uses it.");

    static final Key<Duration> ABSOLUTE = Key.usual(
            SIGN_IN,
            "absolute",
            Values.span(Duration.ofMinutes(1), Duration.ofDays(7)),
            "\"12 h\"",
            "A session ends after this in any case: a watch of eight hours, with both hand-overs.");

    static final Key<Integer> ATTEMPTS = Key.usual(
            SIGN_IN,
            "attempts",
            Values.whole(1, 100),
            "5",
            "After so many wrong passwords in a row an account waits for five seconds, after each further one twice as long,"
                    + " but never longer than five minutes.");

    static final Key<Boolean> TWO_PERSON = Key.usual(
            RELEASE,
            "two-person",
            Values.flag(),
            "true",
            "Whether what is said on a line waits until a second person releases it.");

    static final Key<Set<String>> KINDS = Key.usual(
            RELEASE,
            "kinds",
            Values.kinds(),
            "[\"activity\", \"area\", \"completeness\", \"message\", \"partner-force\", \"site\"]",
            "Which kinds of record wait. Never one of safety (stop, hold, force-claim, distress, check, line-state) and"
                    + " never an answer: those are refused here.");

    static final Key<List<Step>> LADDER = Key.usual(
            WATCH,
            "ladder",
            Values.ladder(),
            "[\"supervisor 50 %\", \"everyone 100 %\"]",
            "Whom the node calls while a duty is not done, and after what part of its time: a role that answers, or everyone"
                    + " on watch. Nobody further is called but by a person's decision.");

    static final Key<Language> FIRST = Key.usual(
            LANGUAGES,
            "first",
            Values.language(),
            "\"en\"",
            "The language of what our officers write where they say none, and of the console until somebody chooses another.");

    static final Key<Set<Language>> OFFERED = Key.usual(
            LANGUAGES,
            "offered",
            Values.languages(),
            "[\"en\", \"ru\", \"ar\"]",
            "Languages that consoles offer; GET /api/v1/node tells them.");

    static final Key<LogFormat> FORMAT = Key.usual(
            LOG,
            "format",
            Values.oneOf(Map.of("json", LogFormat.JSON, "text", LogFormat.TEXT)),
            "\"json\"",
            "How the journal is written on standard error: a JSON object a line, or text for people.");

    static final Key<Level> LEVEL = Key.usual(
            LOG,
            "level",
            Values.oneOf(
                    Map.of("severe", Level.SEVERE, "alarm", Level.WARNING, "info", Level.INFO, "fine", Level.FINE)),
            "\"info\"",
            "What is less grave than this is left out, in the words that the journal uses: severe, alarm, info, fine.");

    static final Key<Duration> CONFLICT_BEFORE = Key.usual(
            ALARMS,
            "conflict-before",
            Values.span(Duration.ofMinutes(1), Duration.ofDays(1)),
            "\"30 min\"",
            "An open conflict sounds from so long before its start.");

    static final Key<Duration> STABLE_AFTER = Key.usual(
            ALARMS,
            "stable-after",
            Values.span(Duration.ofSeconds(10), Duration.ofHours(1)),
            "\"5 min\"",
            "A line that fails again before it was steady for so long is the same alarm.");

    static final Key<Duration> SILENCED_FOR = Key.usual(
            ALARMS,
            "silenced-for",
            Values.span(Duration.ofSeconds(5), Duration.ofMinutes(5)),
            "\"60 s\"",
            "The sound that somebody silences at their own console returns after this; GET /api/v1/alarms tells it to consoles.");

    static final Key<Integer> MOST_PER_HOUR = Key.usual(
            ALARMS,
            "most-per-hour",
            Values.whole(1, 1000),
            "6",
            "How many alarms an hour are the aim. GET /api/v1/alarms tells it beside how many there were in the last hour;"
                    + " none is left out.");

    static final Key<Duration> KEEP = Key.usual(
            PICTURE,
            "keep",
            Values.span(Duration.ofMinutes(1), Duration.ofDays(365)),
            "\"2 d\"",
            "What is over and done stays in memory for so long after the last word about it. Then it is read again when it is"
                    + " asked for, and what was owed before that takes longer to tell.");

    static final Key<Path> MAP = Key.none(
            CONSOLE,
            "map",
            Values.file(),
            "\"map.pmtiles\"",
            "A map of your own that consoles show over the built-in land and beneath all else: one file of tiles,"
                    + " PMTiles 3 or a GeoPackage of pictures.");

    /** In the order of the sample. */
    static final List<Key<?>> ALL = List.of(
            LISTEN,
            CERTIFICATE,
            KEY,
            HOST_NAMES,
            IDLE,
            ABSOLUTE,
            ATTEMPTS,
            TWO_PERSON,
            KINDS,
            LADDER,
            FIRST,
            OFFERED,
            FORMAT,
            LEVEL,
            CONFLICT_BEFORE,
            STABLE_AFTER,
            SILENCED_FOR,
            MOST_PER_HOUR,
            KEEP,
            MAP);

    private Keys() {}

    /** The tables, in the order of the sample. */
    static List<String> sections() {
        return ALL.stream().map(Key::section).distinct().toList();
    }

    /** The names of the settings in a table. */
    static List<String> names(String section) {
        return ALL.stream()
                .filter(key -> key.section().equals(section))
                .map(Key::name)
                .toList();
    }
}
