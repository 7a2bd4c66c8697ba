package org.relais.keycloak.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether what an earlier run made is still what is wanted: compare the text with the one kept in a file. */
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Fingerprint fingerprint() {
        return new Fingerprint();
    }

    public Fingerprint of(Collection<Path> files) throws IOException {
        for (Path file : files) {
            of(file.getFileName().toString());
            digest.update(Files.readAllBytes(file));
        }
        return this;
    }

    public Fingerprint of(Map<String, String> options) {
        return of(new TreeMap<>(options).toString());
    }

    public Fingerprint of(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    public Fingerprint ofFolder(Path folder) throws IOException {
        return of(Folders.files(folder));
    }

    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static boolean isKept(Path file, String text) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }
}
