package org.parley.node.crypto;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.ledger.crypto.JcaSignatures;
import org.parley.ledger.crypto.SeededMlDsa;
import org.parley.ledger.crypto.Signatures;

/**
 * Chooses who computes signatures. Tried in the order of their speed, each by name because each may be missing, and none
 * is chosen that does not give the known answers. No provider is installed for the rest of the process.
 */
public final class Providers {
    /** Without its own keys Corretto's provider translates the platform's at every signature, for half its speed. */
    private static final String CORRETTO_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    private static final List<Candidate> ED25519 = List.of(
            new Candidate("Amazon Corretto Crypto Provider", Providers::corretto),
            new Candidate("Bouncy Castle", Providers::bouncyCastle),
            new Candidate("the JDK", () -> installed("SunEC")));

    private static final List<Candidate> ML_DSA = List.of(
            new Candidate("the JDK", () -> installed("SUN")), new Candidate("Bouncy Castle", Providers::bouncyCastle));

    private Providers() {}

    /** The best that this machine has; an {@link IllegalStateException} if there is none at all. */
    public static Chosen best() {
        return best(ED25519, ML_DSA);
    }

    static Chosen best(List<Candidate> ed25519, List<Candidate> mlDsa) {
        List<String> told = new ArrayList<>();
        SeededMlDsa seeded = first("ML-DSA-44", mlDsa, told, provider -> {
            var candidate = new JcaMlDsa(provider);
            KnownAnswers.require(candidate);
            return candidate;
        });
        Signatures signatures = first("Ed25519", ed25519, told, provider -> {
            var candidate = new JcaSignatures(provider, seeded);
            KnownAnswers.require(candidate);
            return candidate;
        });
        return new Chosen(signatures, signatures.name(), String.join("\n", told));
    }

    private static <T> T first(String algorithm, List<Candidate> candidates, List<String> told, Making<T> making) {
        for (Candidate candidate : candidates) {
            Optional<T> made = tried(algorithm, candidate, told, making);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("nothing computes " + algorithm + " here:\n" + String.join("\n", told));
    }

    /** What does not load or compute must not stop the next, whatever way it fails: native code fails with errors. */
    private static <T> Optional<T> tried(String algorithm, Candidate candidate, List<String> told, Making<T> making) {
        try {
            T made = making.of(candidate.provider().call());
            told.add(algorithm + " is computed by " + candidate.name() + ", which gave the known answers.");
            return Optional.of(made);
        } catch (Exception | LinkageError fault) {
            told.add(algorithm + " is not computed by " + candidate.name() + ": " + reason(fault) + ".");
            return Optional.empty();
        }
    }

    private static String reason(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String name = deepest.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }

    private static Provider corretto() throws ReflectiveOperationException {
        if (System.getProperty(CORRETTO_KEYS) == null) {
            System.setProperty(CORRETTO_KEYS, "true");
        }
        Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
        var provider = (Provider) type.getField("INSTANCE").get(null);
        if (type.getMethod("getLoadingError").invoke(provider) instanceof Throwable fault) {
            throw new IllegalStateException("its native library does not load", fault);
        }
        return provider;
    }

    private static Provider bouncyCastle() throws ReflectiveOperationException {
        return Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                .asSubclass(Provider.class)
                .getConstructor()
                .newInstance();
    }

    private static Provider installed(String name) {
        return Optional.ofNullable(Security.getProvider(name))
                .orElseThrow(() -> new IllegalStateException("this JDK has no provider " + name));
    }

    /** A provider by a name for a person, and how to get it. */
    record Candidate(String name, Callable<Provider> provider) {}

    /** Makes and tests what computes with a provider. */
    private interface Making<T> {
        T of(Provider provider);
    }
}
