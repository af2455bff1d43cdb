package org.parley.cli.check.search;

import java.io.Serial;

/** More pairs of volumes conflict than are kept. */
public final class TooMany extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    TooMany() {
        super("more than " + VolumePairs.MOST + " pairs of volumes conflict");
    }
}
