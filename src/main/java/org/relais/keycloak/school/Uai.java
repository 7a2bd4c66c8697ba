package org.relais.keycloak.school;

/** The national identifier of a school: seven digits, the first three of them its département, and a check letter. */
public final class Uai {

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private Uai() {}

    public static boolean isOne(String text) {
        return text.matches("[0-9]{7}[A-Z]");
    }

    /** Whether its letter is the one its digits give; anonymised identifiers often have another. */
    public static boolean isChecked(String uai) {
        return LETTERS.charAt(Integer.parseInt(uai.substring(0, 7)) % LETTERS.length()) == uai.charAt(7);
    }
}
