package org.parley.cli.check.read;

import java.io.Serial;
import org.parley.space.Problem;

/** From here on a file cannot be read: why, and at which line (0 for the whole file). */
final class Unreadable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final long line;

    Unreadable(long line, String value, String reason, String wayOut) {
        super(reason, null, false, false);
        this.problem = new Problem("file", value, reason, wayOut);
        this.line = line;
    }

    Problem problem() {
        return problem;
    }

    long line() {
        return line;
    }
}
