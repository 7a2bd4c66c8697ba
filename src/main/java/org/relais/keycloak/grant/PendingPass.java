package org.relais.keycloak.grant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.PassStore;
import org.relais.keycloak.platform.RealmContext;

/**
 * Looks for accounts that pending grants wait for and that no event announced. An account that is new is found at once, however
 * many grants wait. For one that has come to be known by another identifier, the grants are gone through page by page, from
 * where the page before has stopped, and from the beginning after the last.
 */
public final class PendingPass {

    private static final String NAME = "pending";
    private static final int PAGE = 100;

    private final RealmContext context;
    private final PendingGrants pending;
    private final PendingGrantStore store;
    private final PassStore passes;

    public PendingPass(RealmContext context) {
        this.context = context;
        this.pending = new PendingGrants(context);
        this.store = new PendingGrantStore(context.entityManager());
        this.passes = new PassStore(context.entityManager());
    }

    /**
     * What a page found.
     *
     * @param accounts for which one of the grants may wait
     * @param last     whether the next page begins anew
     */
    public record Page(Set<String> accounts, boolean last) {}

    /** The next page; one statement where nothing waits, and never more rows than a page. */
    public Page next() {
        Optional<String> place = passes.place(context.realmId(), NAME);
        List<Grant> page = store.page(context.realmId(), place.orElse(null), PAGE);
        boolean last = page.size() < PAGE;
        if (!last) {
            passes.keep(context.realmId(), NAME, page.get(PAGE - 1).id());
        } else if (place.isPresent()) {
            passes.forget(context.realmId(), NAME);
        }
        return new Page(pending.accountsOf(page), last);
    }

    /** Those of some accounts for which a grant may wait; two statements. */
    public Set<String> awaitedAmong(Collection<String> userIds) {
        return store.awaitedAmong(context.realmId(), userIds).stream().collect(Collectors.toSet());
    }
}
