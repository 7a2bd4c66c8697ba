package org.relais.keycloak.rest.http;

import java.util.function.Function;

/** By which way somebody calls: it lets the caller in, or refuses, and then has the call answered. */
@FunctionalInterface
public interface ApiGuard {

    <T> T answer(Function<RequestContext, T> work);
}
