package org.relais.keycloak.directory.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.Sha256;

/** Keeps the search index equal to the accounts. It holds only people whom managers may find, by default no pupil or parent. */
public final class PeopleIndex {

    /** Changes whenever the same accounts would be written in another way: the index is then built anew. */
    private static final String FORM = "4";

    private final RealmModel realm;
    private final IndexedUser.Reading reading;
    private final IndexStore store;
    private final IndexedUserStore users;

    public PeopleIndex(RealmContext context) {
        this.realm = context.realm();
        this.reading = IndexedUser.Reading.of(context.session(), realm);
        this.store = new IndexStore(context.entityManager());
        this.users = new IndexedUserStore(context.entityManager());
    }

    /** Updates the index for one person, by the user model; one indexed read where nothing has changed. */
    public void refresh(UserModel person) {
        boolean stored = StorageId.isLocalStorage(person.getId());
        if (stored
                && !tokensOf(IndexedUser.of(person)).map(PersonTokens::digest).equals(store.digest(person.getId()))) {
            refresh(List.of(person.getId()));
        }
    }

    /**
     * Updates the index for some people, whether they are new, changed or gone; three statements where nothing has changed. New
     * people are entered first: another transaction that does the same waits, and then finds them.
     *
     * @return how many were written or removed
     */
    public int refresh(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return 0;
        }
        Map<String, String> known = store.lockedDigests(userIds);
        Map<String, PersonTokens> wanted = wanted(userIds);
        SortedSet<String> added = new TreeSet<>(wanted.keySet());
        added.removeAll(known.keySet());
        if (!added.isEmpty()) {
            store.enter(realm.getId(), added);
            Map<String, String> entered = store.lockedDigests(added);
            known.putAll(entered);
            readAgain(wanted, written(added, entered));
        }
        Set<String> stale = new HashSet<>(known.keySet());
        stale.removeIf(id -> wanted.containsKey(id) && wanted.get(id).digest().equals(known.get(id)));
        wanted.keySet().removeIf(id -> known.containsKey(id) && !stale.contains(id));
        store.removeTokens(written(stale, known));
        store.removePeople(stale);
        store.add(realm.getId(), wanted);
        stale.addAll(wanted.keySet());
        return stale.size();
    }

    /** Reads those again whom another transaction has written meanwhile: it may have read newer values. */
    private void readAgain(Map<String, PersonTokens> wanted, Set<String> overtaken) {
        if (!overtaken.isEmpty()) {
            wanted.keySet().removeAll(overtaken);
            wanted.putAll(wanted(overtaken));
        }
    }

    /** Those who can be found already, unlike those who have only been entered. */
    private static Set<String> written(Set<String> ids, Map<String, String> digests) {
        return ids.stream()
                .filter(id -> !IndexStore.ENTERED.equals(digests.get(id)))
                .collect(Collectors.toSet());
    }

    /** What the index should hold about people who may be found. */
    private Map<String, PersonTokens> wanted(Collection<String> userIds) {
        Map<String, PersonTokens> wanted = new HashMap<>();
        users.withIds(realm.getId(), userIds, reading.attributes())
                .forEach(account -> tokensOf(account).ifPresent(tokens -> wanted.put(account.id(), tokens)));
        return wanted;
    }

    /** Empty for a person whom managers do not find. */
    private Optional<PersonTokens> tokensOf(IndexedUser account) {
        return account.isVisible(reading) ? Optional.of(account.tokens(reading)) : Optional.empty();
    }

    /** A digest of what the realm says about reading accounts: it tells whether that has changed. */
    String configuration() {
        return Sha256.of(List.of(
                FORM,
                reading.attributes().toString(),
                reading.trusted().toString(),
                reading.types().toString()));
    }

    /** Removes a person whose account is gone. */
    public static void removed(KeycloakSession session, String userId) {
        new IndexStore(EntityManagers.of(session)).remove(List.of(userId));
    }
}
