package org.parley.cli.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.parley.node.Options;
import org.parley.node.keys.OneKey;
import org.parley.node.keys.Vault;

/** The file of a root key, wherever it is kept. */
final class RootFile {
    private RootFile() {}

    /** Its seed in base64, as a request takes it. */
    static String seed(Path folder, Path file, Options options) {
        Vault vault = new Vault(folder.resolve("keys"), options.passphrase(), new SecureRandom());
        byte[] seed = OneKey.read(OneKey.ROOT, vault.read(file, OneKey.ROOT)).seed();
        return Base64.getEncoder().encodeToString(seed);
    }
}
