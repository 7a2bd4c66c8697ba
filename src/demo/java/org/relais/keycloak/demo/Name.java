package org.relais.keycloak.demo;

import java.text.Normalizer;
import java.util.Locale;

/** A first and a last name, written as the person writes them. */
public record Name(String first, String last) {

    /** As the academy builds it: {@code prenom.nom}, without accents, spaces or apostrophes. */
    public String identifier() {
        return folded(first) + "." + folded(last);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("œ", "oe")
                .replaceAll("[^a-z-]", "");
    }
}
