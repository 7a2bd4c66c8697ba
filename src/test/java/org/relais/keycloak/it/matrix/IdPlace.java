package org.relais.keycloak.it.matrix;

/**
 * Where a request can carry an id.
 *
 * @param field a parameter, a header, or the way to a part of the body: {@code add.userId}; the type of a body of text
 */
record IdPlace(Endpoint endpoint, String field) {

    @Override
    public String toString() {
        return endpoint + " " + field;
    }
}
