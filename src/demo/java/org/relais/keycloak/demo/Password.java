package org.relais.keycloak.demo;

/** A credential as Keycloak's export writes it: already hashed, so that importing 300 people costs no hashing. */
record Password(String type, String secretData, String credentialData) {

    private static final String HASH = """
            {"value":"rag7hfSEMQxHamxasGyb1rBnFgmeGqfkKNfO8m83He0=",\
            "salt":"C+c/lDwQ2NQkFG5ixlo0Ig==","additionalParameters":{}}""";

    private static final String ALGORITHM = """
            {"hashIterations":5,"algorithm":"argon2","additionalParameters":\
            {"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}""";

    /** The password {@code demo}, with Keycloak's default algorithm and parameters. */
    static final Password DEMO = new Password("password", HASH, ALGORITHM);
}
