package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes the index, and reads the accounts it is made of: a page of them takes the same few statements as one. */
public final class IndexStore {

    /** The digest of somebody who is entered, but cannot be found by anything yet. */
    static final String ENTERED = "-";

    private static final int BATCH = 500;
    private static final int ROWS_PER_STATEMENT = 50;

    private final EntityManager em;

    public IndexStore(EntityManager em) {
        this.em = em;
    }

    public List<IndexedUser> accounts(String realmId, Collection<String> ids, List<String> attributes) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Tuple> users = em.createQuery(
                        "select u.id as id, u.username as username, u.firstName as firstName, u.lastName as lastName,"
                                + " u.email as email, u.enabled as enabled, u.serviceAccountClientLink as client"
                                + " from UserEntity u where u.realmId = :realm and u.id in :ids",
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .getResultList();
        Map<String, Map<String, List<String>>> values = values(ids, attributes);
        return users.stream()
                .map(user -> new IndexedUser(
                        user.get("id", String.class),
                        user.get("username", String.class),
                        user.get("firstName", String.class),
                        user.get("lastName", String.class),
                        user.get("email", String.class),
                        user.get("enabled", Boolean.class) && user.get("client", String.class) == null,
                        values.getOrDefault(user.get("id", String.class), Map.of())))
                .toList();
    }

    private Map<String, Map<String, List<String>>> values(Collection<String> ids, List<String> attributes) {
        return em.createQuery(
                        "select a.user.id as id, a.name as name, a.value as value from UserAttributeEntity a"
                                + " where a.user.id in :ids and a.name in :names and a.value is not null",
                        Tuple.class)
                .setParameter("ids", ids)
                .setParameter("names", attributes)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("id", String.class),
                        Collectors.groupingBy(
                                row -> row.get("name", String.class),
                                Collectors.mapping(row -> row.get("value", String.class), Collectors.toList()))));
    }

    /** The accounts of a realm by their id, after one of them. */
    List<String> accountsAfter(String realmId, String id, int max) {
        return em.createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm and u.id > :id order by u.id",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("id", id)
                .setMaxResults(max)
                .getResultList();
    }

    /** Those in the index who have no account any longer: deleted by another way than Keycloak's. */
    List<String> withoutAccount(String realmId, int max) {
        return em.createQuery(
                        "select p.id from PersonEntity p where p.realmId = :realm"
                                + " and not exists (select 1 from UserEntity u where u.id = p.id)",
                        String.class)
                .setParameter("realm", realmId)
                .setMaxResults(max)
                .getResultList();
    }

    Optional<String> digest(String id) {
        return em.createQuery("select p.digest from PersonEntity p where p.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Held until the transaction ends: whoever reads the accounts afterwards is not overtaken by one who read them before. */
    Map<String, String> lockedDigests(Collection<String> ids) {
        return em
                .createQuery("select p from PersonEntity p where p.id in :ids order by p.id", PersonEntity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .peek(em::detach)
                .collect(Collectors.toMap(person -> person.id, person -> person.digest));
    }

    /** Enters people without anything to find them by, if they are not there; in the order given, whoever else does so. */
    void enter(String realmId, SortedSet<String> personIds) {
        List<String> ids = List.copyOf(personIds);
        for (int from = 0; from < ids.size(); from += ROWS_PER_STATEMENT) {
            enterTogether(realmId, ids.subList(from, Math.min(from + ROWS_PER_STATEMENT, ids.size())));
        }
    }

    private void enterTogether(String realmId, List<String> ids) {
        String values = IntStream.range(0, ids.size())
                .mapToObj(i -> "(:id" + i + ", :realm, '" + ENTERED + "')")
                .collect(Collectors.joining(", "));
        Query insert = em.createQuery("insert into PersonEntity (id, realmId, digest) values " + values
                + " on conflict (id) do update set realmId = excluded.realmId");
        for (int i = 0; i < ids.size(); i++) {
            insert.setParameter("id" + i, ids.get(i));
        }
        insert.setParameter("realm", realmId).executeUpdate();
    }

    void add(String realmId, Map<String, PersonTokens> people) {
        em.unwrap(Session.class).setJdbcBatchSize(BATCH);
        people.forEach((personId, tokens) -> {
            PersonEntity person = new PersonEntity();
            person.id = personId;
            person.realmId = realmId;
            person.digest = tokens.digest();
            em.persist(person);
        });
        em.flush();
        List<TokenRow> rows = people.entrySet().stream()
                .flatMap(person -> rowsOf(person.getKey(), person.getValue()))
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            addTogether(realmId, rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())));
        }
    }

    private record TokenRow(String personId, String line, TokenKind kind, String token, int shared) {}

    private static Stream<TokenRow> rowsOf(String personId, PersonTokens tokens) {
        List<TokenRow> rows = new ArrayList<>();
        tokens.byKind().forEach((kind, texts) -> {
            String before = "";
            for (String text : texts) {
                rows.add(new TokenRow(personId, tokens.line(), kind, text, PersonTokens.shared(text, before)));
                before = text;
            }
        });
        return rows.stream();
    }

    /** A statement for each row takes several times as long: a person has ten of them. */
    private void addTogether(String realmId, List<TokenRow> rows) {
        String values = IntStream.range(0, rows.size())
                .mapToObj(i -> "(:id%1$d, :kind%1$d, :token%1$d, :realm, :line%1$d, :shared%1$d)".formatted(i))
                .collect(Collectors.joining(", "));
        Query insert = em.createQuery(
                "insert into PersonTokenEntity (personId, kind, token, realmId, line, shared) values " + values);
        for (int i = 0; i < rows.size(); i++) {
            TokenRow row = rows.get(i);
            insert.setParameter("id" + i, row.personId())
                    .setParameter("kind" + i, row.kind())
                    .setParameter("token" + i, row.token())
                    .setParameter("line" + i, row.line())
                    .setParameter("shared" + i, row.shared());
        }
        insert.setParameter("realm", realmId).executeUpdate();
    }

    /** The person first, as whoever writes somebody anew locks the person first. */
    void remove(Collection<String> personIds) {
        removePeople(personIds);
        removeTokens(personIds);
    }

    void removeTokens(Collection<String> personIds) {
        delete("delete from PersonTokenEntity t where t.personId in :ids", personIds);
    }

    void removePeople(Collection<String> personIds) {
        delete("delete from PersonEntity p where p.id in :ids", personIds);
    }

    private void delete(String statement, Collection<String> personIds) {
        if (!personIds.isEmpty()) {
            em.createQuery(statement).setParameter("ids", personIds).executeUpdate();
        }
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from PersonEntity p where p.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("delete from PersonTokenEntity t where t.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
