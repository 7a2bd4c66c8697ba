package org.relais.keycloak.rest;

import java.util.function.Function;

/** By which way somebody calls: it lets the caller in, or refuses, and then has the call answered. */
@FunctionalInterface
interface Door {

    <T> T answer(Function<Call, T> work);
}
