package org.parley.node.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.parley.ledger.words.Language;
import org.parley.link.Address;
import org.parley.node.access.Role;
import org.parley.node.access.SignInLimits;
import org.parley.space.Entered;

/**
 * What the owner of a node has decided about it. What each setting means is said in {@link #sample}.
 *
 * @param keep how long what is over and done stays in memory
 * @param map an archive of tiles that consoles show beneath all else
 */
public record Config(
        Api api,
        SignInLimits signIn,
        Release release,
        Watch watch,
        Languages languages,
        Log log,
        Alarms alarms,
        Duration keep,
        Optional<Path> map) {
    /** Larger than any that people write. */
    private static final long MOST_BYTES = 1 << 16;

    /** Without any setting. */
    public static final Config USUAL = Parsed.of("", Path.of("")).orElseThrow();

    /**
     * Where the API and the console are served.
     *
     * @param tls always there where others than this machine reach it
     * @param hostNames what a request may call the node, beside the address that it listens on
     */
    public record Api(Address listen, Optional<Tls> tls, List<String> hostNames) {
        public Api {
            hostNames = List.copyOf(hostNames);
        }
    }

    /** PEM files: the certificates, own first, and the private key. */
    public record Tls(Path certificate, Path key) {}

    /**
     * What leaves only after a second person has released it.
     *
     * @param kinds names of kinds, none of which is a matter of safety or an answer
     */
    public record Release(boolean twoPerson, Set<String> kinds) {
        public Release {
            kinds = Set.copyOf(kinds);
        }

        /** Whether a record of this kind waits for a second person. */
        public boolean isNeededFor(String kind) {
            return twoPerson && kinds.contains(kind);
        }
    }

    /** Whom the node calls by itself while a duty is not done, in the order of time. */
    public record Watch(List<Step> ladder) {
        public Watch {
            ladder = List.copyOf(ladder);
        }
    }

    /**
     * One step of the ladder.
     *
     * @param role whom; nobody in particular is everyone on watch
     * @param percent of the time in which the duty is to be done
     */
    public record Step(Optional<Role> role, int percent) {}

    /**
     * In what languages the console speaks.
     *
     * @param first what is shown until somebody chooses, and the language of what our officers write
     * @param offered what may be chosen, the first among them
     */
    public record Languages(Language first, Set<Language> offered) {
        public Languages {
            offered = Set.copyOf(offered);
        }
    }

    /**
     * The journal on standard error.
     *
     * @param least what is less grave is left out
     */
    public record Log(LogFormat format, Level least) {}

    /** How a line of the journal looks. */
    public enum LogFormat {
        /** One JSON object a line. */
        JSON,
        /** For people. */
        TEXT
    }

    /**
     * When the console sounds.
     *
     * @param conflictBefore how long before its start an open conflict does
     * @param stableAfter how long a line must be steady after failing before failing again is another alarm
     * @param silencedFor how long one who silences the own sound has silence
     * @param mostPerHour the aim that the hand-over is measured against; never a limit
     */
    public record Alarms(Duration conflictBefore, Duration stableAfter, Duration silencedFor, int mostPerHour) {}

    /** The settings in a node's folder, {@link #USUAL} where it has none; or everything that is wrong, each with its line. */
    public static Entered<Config> read(Path folder) {
        Path file = folder.resolve(Parsed.FILE);
        try {
            if (!Files.exists(file)) {
                return Entered.accepted(USUAL);
            }
            if (Files.size(file) > MOST_BYTES) {
                return Entered.refused(
                        Parsed.FILE,
                        Files.size(file) + " bytes",
                        "is larger than 64 KiB",
                        "leave out all but settings");
            }
            return Parsed.of(Files.readString(file), folder);
        } catch (CharacterCodingException notUtf8) {
            return Entered.refused(Parsed.FILE, "its bytes", "are not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with every setting as it is without the file, and what each means. */
    public static String sample() {
        return Sample.text();
    }
}
