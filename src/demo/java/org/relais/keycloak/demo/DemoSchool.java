package org.relais.keycloak.demo;

/** The schools of the demo realm. */
enum DemoSchool {
    BRUYERES("0359001U"),
    ESTRAN("0359002V"),
    PENN_AR_BED("0299001B");

    private final String uai;

    DemoSchool(String uai) {
        this.uai = uai;
    }

    String uai() {
        return uai;
    }

    String groupPath(DemoFunction function) {
        return "/etablissements/%1$s/%1$s_%2$s".formatted(uai, function);
    }
}
