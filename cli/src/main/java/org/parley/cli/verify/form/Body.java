package org.parley.cli.verify.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The commitment to a body. */
public final class Body {
    private static final int LARGEST = 131_072;

    private Body() {}

    /** Computes it; a body that has not the permitted form is malformed. */
    public static Blob commitment(Blob seed, Blob body) {
        Malformed.unless(seed.length() == 32, "a seed of " + seed.length() + " bytes");
        Malformed.unless(body.length() <= LARGEST, "a body of " + body.length() + " bytes");
        Mac salts = salts(seed);
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonNode> field :
                CanonicalJson.object(body.bytes()).properties()) {
            byte[] salt = salts.doFinal(field.getKey().getBytes(StandardCharsets.UTF_8));
            String alone =
                    CanonicalJson.print(JsonNodeFactory.instance.objectNode().set(field.getKey(), field.getValue()));
            digests.writeBytes(Sha256.of(salt, alone.getBytes(StandardCharsets.UTF_8)));
        }
        return Blob.of(Sha256.of(digests.toByteArray()));
    }

    private static Mac salts(Blob seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.bytes(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
