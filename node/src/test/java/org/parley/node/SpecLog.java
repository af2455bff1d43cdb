package org.parley.node;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A log that wants to be witnessed, written from signed-note, tlog-witness and RFC 6962 alone; branches differ in every entry. */
final class SpecLog {
    private static final int SPKI_HEADER = 12;

    final String origin;
    private final KeyPair keys;
    private final byte[] typed;

    SpecLog(String origin) throws GeneralSecurityException {
        this.origin = origin;
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] spki = keys.getPublic().getEncoded();
        typed = new byte[1 + spki.length - SPKI_HEADER];
        typed[0] = 1;
        System.arraycopy(spki, SPKI_HEADER, typed, 1, typed.length - 1);
    }

    private byte[] id() throws GeneralSecurityException {
        return Arrays.copyOf(SpecClient.sha256((origin + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
    }

    String vkey() throws GeneralSecurityException {
        return origin + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static List<byte[]> leaves(long size, String branch) throws GeneralSecurityException {
        List<byte[]> leaves = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            leaves.add(SpecClient.sha256(new byte[] {0}, (branch + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    String text(long size, String branch) throws GeneralSecurityException {
        return origin + "\n" + size + "\n"
                + Base64.getEncoder().encodeToString(SpecClient.treeHash(leaves(size, branch))) + "\n";
    }

    String note(long size, String branch) throws GeneralSecurityException {
        var ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(keys.getPrivate());
        ed25519.update(text(size, branch).getBytes(StandardCharsets.UTF_8));
        var blob = new ByteArrayOutputStream();
        blob.writeBytes(id());
        blob.writeBytes(ed25519.sign());
        return text(size, branch) + "\n\u2014 " + origin + " "
                + Base64.getEncoder().encodeToString(blob.toByteArray()) + "\n";
    }

    /** The body of a request to cosign, with the consistency proof of RFC 6962, section 2.1.2. */
    String request(long from, long to, String branch) throws GeneralSecurityException {
        var body = new StringBuilder("old " + from + "\n");
        if (from > 0 && from < to) {
            for (byte[] hash : proof((int) from, leaves(to, branch), true)) {
                body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
            }
        }
        return body.append('\n').append(note(to, branch)).toString();
    }

    private static List<byte[]> proof(int size, List<byte[]> leaves, boolean whole) throws GeneralSecurityException {
        if (size == leaves.size()) {
            return whole ? List.of() : List.of(SpecClient.treeHash(leaves));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof =
                new ArrayList<>(size <= split ? proof(size, left, whole) : proof(size - split, right, false));
        proof.add(SpecClient.treeHash(size <= split ? right : left));
        return proof;
    }
}
