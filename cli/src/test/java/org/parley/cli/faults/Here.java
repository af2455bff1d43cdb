package org.parley.cli.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** What this machine permits; what it does not is said in one line, and that the test did not run. */
final class Here {
    private static final long LONGEST = 30;

    private Here() {}

    /** Ends the test where something is not here. */
    static void needs(boolean there, String missing) {
        if (!there) {
            System.out.println("Did not run here: " + missing);
        }
        Assumptions.assumeTrue(there, missing);
    }

    /** Whether a command can be run and ends well. */
    static boolean does(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(LONGEST, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Runs a command that must end well. */
    static void run(String... command) throws InterruptedException {
        if (!does(command)) {
            throw new IllegalStateException("it failed: " + String.join(" ", List.of(command)));
        }
    }
}
