package org.relais.keycloak.bench.seed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The password of everybody, as Keycloak stores it under the policy {@value #POLICY}: with a hash that takes no time,
 * because it is not the hash that is to be measured.
 */
public record Password(String secretData, String credentialData) {

    public static final String PLAIN = "bench";
    public static final String POLICY = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private static final int KEY_BITS = 256;

    static Password forEverybody() {
        byte[] salt = "relais-benchmark".getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PLAIN.toCharArray(), salt, 1, KEY_BITS))
                    .getEncoded();
            return new Password(
                    "{\"value\":\"%s\",\"salt\":\"%s\",\"additionalParameters\":{}}"
                            .formatted(base64.encodeToString(hash), base64.encodeToString(salt)),
                    "{\"hashIterations\":1,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
