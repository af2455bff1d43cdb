package org.parley.cli.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A party for tests with all its keys, which come from its name. */
final class MadeParty {
    private static final Map<String, MadeParty> ALL = new ConcurrentHashMap<>();

    final String name;
    final Keys root;
    final Keys log;
    final Keys nextLog;
    final Keys mlDsa;
    final Keys cosigner;

    private MadeParty(String name) {
        this.name = name;
        root = Keys.ed25519(name + " root");
        log = Keys.ed25519(name + " log");
        nextLog = Keys.ed25519(name + " log 2");
        mlDsa = Keys.mlDsa(name + " ml-dsa");
        cosigner = Keys.ed25519(name + " cosigner");
    }

    static MadeParty of(String name) {
        return ALL.computeIfAbsent(name, MadeParty::new);
    }

    String rootName() {
        return "parley/root/" + name;
    }

    String keySet(String line, int serial, Keys log, String main, long mainFrom, String safety, long safetyFrom) {
        String tls = Base64.getEncoder().encodeToString(Keys.sha256(name.getBytes(StandardCharsets.UTF_8)));
        return root.note(
                rootName(),
                "parley/keys/v1\nline " + line + "\nparty " + name + "\nserial " + serial + "\nlog ed25519 "
                        + log.base64() + "\nlog ml-dsa-44 " + mlDsa.base64() + "\ncosigner ed25519 "
                        + cosigner.base64() + "\ntls sha256 " + tls + "\nmain " + main + " from " + mainFrom
                        + "\nsafety " + safety + " from " + safetyFrom + "\n");
    }

    String revocation(
            String line, int serial, String main, MadeLog mainLog, int mainSize, String safety, int safetySize) {
        Base64.Encoder base64 = Base64.getEncoder();
        return root.note(
                rootName(),
                "parley/revocation/v1\nline " + line + "\nparty " + name + "\nserial " + serial + "\nmain " + main + " "
                        + mainSize + " " + base64.encodeToString(mainLog.root(mainSize)) + "\nsafety " + safety + " "
                        + safetySize + " " + base64.encodeToString(Keys.sha256()) + "\n");
    }
}
