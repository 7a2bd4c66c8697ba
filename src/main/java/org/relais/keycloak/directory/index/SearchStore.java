package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks along one criterion in the order of the index, and checks the others on the line that each row of the index carries:
 * no other row is read for it, and the index alone answers.
 */
public final class SearchStore {

    /** As many rows of the index are looked through in some milliseconds; no statement looks through more. */
    static final int SEGMENT = 10_000;

    private static final int ALONG = 0;
    private static final String ROW =
            "p.token as token, p.line as line, p.personId as personId from PersonTokenEntity p";
    private static final String ORDER = " order by p.realmId, p.kind, p.token, p.line, p.personId";
    private static final String AFTER =
            " and p.token >= :token and (p.token, p.line, p.personId) > (:token, :line, :personId)";

    private final EntityManager em;
    private final String realmId;

    public SearchStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** A row of the index. */
    record Row(String token, String line, String personId) {

        /** Whether the line does not tell all there is of the person. */
        boolean isCut() {
            return line.endsWith(PersonTokens.CUT);
        }
    }

    /** The lines of some people without any limit of length, in no order; by their ids. */
    Map<String, String> wholeLines(Collection<String> personIds) {
        return em.createQuery(
                        "select p.personId as personId, p.kind as kind, p.token as token from PersonTokenEntity p"
                                + " where p.personId in :ids and p.kind <> :typed",
                        Tuple.class)
                .setParameter("ids", personIds)
                .setParameter("typed", TokenKind.TYPED)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("personId", String.class),
                        Collectors.mapping(
                                row -> row.get("kind", TokenKind.class).mark() + row.get("token", String.class) + " ",
                                Collectors.joining())));
    }

    /** How many rows meet each criterion, counted no further than {@code enough}; one statement. */
    List<Long> count(List<Criterion> criteria, int enough) {
        String counts = IntStream.range(0, criteria.size())
                .mapToObj(number -> "(select count(*) from (select p.personId as id from PersonTokenEntity p"
                        + " where p.realmId = :realm and "
                        + criteria.get(number).range("p", number) + ORDER
                        + " fetch first " + enough + " rows only) c" + number + ")")
                .collect(Collectors.joining(", "));
        // One more column, because a row of a single one is no array.
        TypedQuery<Object[]> query = em.createQuery("select " + counts + ", 0", Object[].class);
        IntStream.range(0, criteria.size()).forEach(number -> bindRange(query, criteria.get(number), number));
        Object[] row = query.setParameter("realm", realmId).getSingleResult();
        return IntStream.range(0, criteria.size())
                .mapToObj(number -> (Long) row[number])
                .toList();
    }

    /**
     * People after a position who meet a criterion, and all the others too, or whose line does not tell; of those who meet the
     * first one, the next {@value #SEGMENT} are looked at.
     *
     * @param after null for the first
     */
    List<Row> find(Criterion along, List<Criterion> others, PeoplePosition after, int max) {
        String rows = "select " + ROW + after(along, after) + ORDER;
        String text = others.isEmpty()
                ? rows
                : "select t.token as token, t.line as line, t.personId as personId from (" + rows + " fetch first "
                        + SEGMENT + " rows only) t where ("
                        + IntStream.range(0, others.size())
                                .mapToObj(number -> others.get(number).holds("t", number + 1))
                                .collect(Collectors.joining(" and "))
                        + ") or t.line like '%" + PersonTokens.CUT + "' order by t.token, t.line, t.personId";
        TypedQuery<Tuple> query = em.createQuery(text, Tuple.class).setMaxResults(max);
        bind(query, along, after);
        IntStream.range(0, others.size()).forEach(number -> bindHolds(query, others.get(number), number + 1));
        return query.getResultStream().map(SearchStore::row).toList();
    }

    /** The last row that {@link #find} looks at, if more rows follow it. */
    Optional<Row> end(Criterion along, PeoplePosition after) {
        TypedQuery<Tuple> query = em.createQuery("select " + ROW + after(along, after) + ORDER, Tuple.class)
                .setFirstResult(SEGMENT - 1)
                .setMaxResults(1);
        bind(query, along, after);
        return query.getResultStream().map(SearchStore::row).findFirst();
    }

    private static String after(Criterion along, PeoplePosition after) {
        return " where p.realmId = :realm and " + along.range("p", ALONG)
                + (along.isExact() ? "" : " and p.shared < :length") + (after == null ? "" : AFTER);
    }

    private void bind(Query query, Criterion along, PeoplePosition after) {
        bindRange(query, along, ALONG);
        query.setParameter("realm", realmId);
        if (!along.isExact()) {
            query.setParameter("length", along.from().length());
        }
        if (after != null) {
            query.setParameter("token", after.token())
                    .setParameter("line", after.line())
                    .setParameter("personId", after.personId());
        }
    }

    private static void bindRange(Query query, Criterion criterion, int number) {
        query.setParameter("kind" + number, criterion.kind())
                .setParameter("from" + number, criterion.from())
                .setParameter("to" + number, criterion.to());
        if (criterion.isOneOfSeveral()) {
            query.setParameter("values" + number, criterion.values());
        }
    }

    private static void bindHolds(Query query, Criterion criterion, int number) {
        List<String> patterns = criterion.patterns();
        if (patterns.isEmpty()) {
            bindRange(query, criterion, number);
        }
        IntStream.range(0, patterns.size())
                .forEach(which -> query.setParameter("like" + number + "x" + which, patterns.get(which)));
    }

    private static Row row(Tuple row) {
        return new Row(
                row.get("token", String.class), row.get("line", String.class), row.get("personId", String.class));
    }
}
