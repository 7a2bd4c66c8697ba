package org.relais.keycloak.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** SHA-256 digests: they tell whether something has changed without keeping it. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of some texts in their order, in hexadecimal. */
    public static String of(Collection<String> parts) {
        return of(String.join("\n", parts));
    }

    /** The digest of a text in UTF-8, in hexadecimal. */
    public static String of(String text) {
        return hex(begin(), text);
    }

    /** A digest of texts that come one after the other. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The digest of all that came, this text included, in hexadecimal. */
    public static String hex(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
