package org.relais.keycloak.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks: HMAC-SHA256 over id, time and body. The secret is written as there,
 * {@code whsec_} and Base64, 24 to 64 bytes.
 */
final class Signature {

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private Signature(byte[] key) {
        this.key = key;
    }

    static Signature with(String secret) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a secret has 24 to 64 bytes");
        }
        return new Signature(key);
    }

    String of(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
