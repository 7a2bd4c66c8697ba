package org.relais.keycloak.rest.http;

import java.util.function.Consumer;
import java.util.function.Function;
import org.relais.keycloak.authority.Authority;

/** Authenticates the caller of one of the two APIs, runs the request and maps what is refused to an HTTP answer. */
@FunctionalInterface
public interface ApiGuard {

    /** Answers a request whose own words decide which right it needs. */
    <T> T answer(Function<RequestContext, T> work);

    /** Answers a request that needs one right, whatever it says. */
    default <T> T answer(Consumer<Authority> right, Function<RequestContext, T> work) {
        return answer(call -> {
            right.accept(call.authority());
            return work.apply(call);
        });
    }
}
