package org.relais.keycloak.demo;

/** What people do; each constant is the directory's function code and the suffix of the group it leads to. */
enum DemoFunction {
    AES,
    ASH,
    AED,
    DOC,
    ENS,
    DIR;

    /** A value of {@code ENTPersonFonctions}: {@code <UAI>$<code>}. */
    String in(DemoSchool school) {
        return school.uai() + "$" + this;
    }
}
