package org.parley.ledger.keys;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/** A text with the signature of a party's root key, and no other: text, blank line, signature line (signed-note). */
final class RootNote {
    /** It must fit into an entry; twice that leaves room for any encoding around it. */
    private static final int GREATEST_LENGTH = 8192;

    private static final byte TYPE_ED25519 = 1;

    private RootNote() {}

    static byte[] sign(Signatures signatures, SigningKey root, PartyName party, String text) {
        byte[] id = keyId(party, signatures.publicKey(root));
        byte[] signature = signatures.sign(root, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return (text + "\n" + lineStart(party) + Lines.base64(both) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The text, if the one signature below it is this root key's. */
    static String open(Signatures signatures, VerifyingKey root, PartyName party, byte[] note) {
        String all = decoded(note);
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0) {
            throw Refused.malformed("a signed note has a blank line before its signature");
        }
        String text = all.substring(0, blank + 1);
        byte[] both = signatureIn(all.substring(blank + 2), party);
        byte[] signature = Arrays.copyOfRange(both, 4, both.length);
        if (!Arrays.equals(keyId(party, root), Arrays.copyOf(both, 4))
                || !signatures.verifies(root, text.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "that is not signed by the root key of " + party);
        }
        return text;
    }

    private static byte[] signatureIn(String line, PartyName party) {
        String start = lineStart(party);
        if (!line.startsWith(start) || line.indexOf('\n') != line.length() - 1) {
            throw Refused.malformed("the note has other signatures than the one of the root key of " + party);
        }
        byte[] both;
        try {
            both = Lines.bytes(line.substring(start.length(), line.length() - 1));
        } catch (IllegalArgumentException noBase64) {
            throw Refused.malformed("the signature of the note is no base64");
        }
        if (both.length < 4) {
            throw Refused.malformed("the signature of the note is too short");
        }
        return both;
    }

    private static String decoded(byte[] note) {
        if (note.length > GREATEST_LENGTH) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE, "a key set or revocation has at most " + GREATEST_LENGTH + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refused.malformed("a signed note is UTF-8");
        }
    }

    private static String lineStart(PartyName party) {
        return "— " + keyName(party) + " ";
    }

    private static String keyName(PartyName party) {
        return "parley/root/" + party;
    }

    private static byte[] keyId(PartyName party, VerifyingKey root) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((keyName(party) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(TYPE_ED25519);
            return Arrays.copyOf(digest.digest(root.raw()), 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
