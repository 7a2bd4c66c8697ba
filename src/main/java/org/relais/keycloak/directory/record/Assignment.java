package org.relais.keycloak.directory.record;

import java.util.Locale;
import java.util.Optional;

/**
 * A function that a person has in a school, as the official record says: {@code 0359001U$AES}. Directories write both cases;
 * here both parts are in upper case.
 */
public record Assignment(String uai, String code) {

    private static final String SEPARATOR = "$";

    /** Empty for a value that names no school or no function. */
    static Optional<Assignment> of(String value) {
        int at = value.indexOf(SEPARATOR);
        String uai = at < 0 ? "" : value.substring(0, at).strip();
        String code = at < 0 ? "" : value.substring(at + 1).strip();
        return uai.isEmpty() || code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assignment(uai.toUpperCase(Locale.ROOT), code.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return uai + SEPARATOR + code;
    }
}
