package org.relais.keycloak.rest.http;

import java.util.function.Function;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.Schools;

/**
 * Reads the pages of an answer that is still being written when the transaction of its request is over: each page in a session
 * and a transaction of its own, which is over before the page is sent. A client that takes its time holds no connection to the
 * database.
 */
public final class PageReader {

    private final RequestContext call;
    private final RealmJobs jobs;
    private final String realmId;

    /** @param call who may see what is read, which has been found out already */
    public PageReader(RequestContext call) {
        this.call = call;
        this.jobs = RealmJobs.of(call.session(), call.clock());
        this.realmId = call.context().realmId();
    }

    /** The list behind some pages. */
    public <T> PagedList<T> list(PageOf<T> pages) {
        return new PagedList<>(cursor -> read(own -> pages.read(own, cursor)));
    }

    /** Reads one page of a list. */
    @FunctionalInterface
    public interface PageOf<T> {

        /**
         * @param own    shows people and groups as the request would, but asks for no rights any more
         * @param cursor null for the first page
         */
        Page<T> read(RequestContext own, String cursor);
    }

    private <T> T read(Function<RequestContext, T> work) {
        return jobs.call(realmId, own -> work.apply(within(own)))
                .orElseThrow(() -> new IllegalStateException("The realm was removed while it was read"));
    }

    private RequestContext within(RealmContext own) {
        Schools schools = new Schools(own.session(), own.realm());
        return new RequestContext(own, schools, call.authority(), call.audit(), call.locale(), call.messages());
    }
}
