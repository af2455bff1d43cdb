package org.parley.sim;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.parley.ledger.crypto.JcaSignatures;

/** The simulator of the tests. */
final class Seeds {
    /** So many are run in every test. */
    static final long COUNT = 2_000;

    private Seeds() {}

    static Simulator simulator() {
        Provider jdk = Optional.ofNullable(Security.getProvider("SunEC")).orElseThrow();
        return new Simulator(new JcaSignatures(jdk));
    }

    /** For a person: what broke, what happened, and how to see it again. */
    static String told(Outcome outcome) {
        return "seed " + outcome.seed() + ": " + String.join("\n", outcome.broken()) + "\n"
                + String.join("\n", outcome.trace());
    }
}
