package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
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
import org.relais.keycloak.platform.RowStore;

/** Writes the tables of the index: a page of people takes the same few statements as one person. */
final class IndexStore {

    /** The digest of a person who is entered, but has nothing to be found by yet. */
    static final String ENTERED = "-";

    private static final int BATCH = 500;
    private static final int ROWS_PER_STATEMENT = 50;

    private final EntityManager em;

    IndexStore(EntityManager em) {
        this.em = em;
    }

    Optional<String> digest(String id) {
        return em.createQuery("select p.digest from PersonEntity p where p.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The digests of people whose rows stay locked until the transaction ends: no older reading of an account overwrites a newer. */
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

    /** Enters people who are not there yet, without anything to find them by. All transactions do so in the same order. */
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

    /** A person has about ten rows; a statement for each of them would take several times as long. */
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

    /** The person first, in the order in which a transaction that rewrites a person takes its locks. */
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
        new RowStore(em).removeRealm(realmId, PersonEntity.class, PersonTokenEntity.class);
    }
}
