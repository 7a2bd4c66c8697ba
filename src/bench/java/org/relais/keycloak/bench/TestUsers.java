package org.relais.keycloak.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.relais.keycloak.bench.seed.Academy;
import org.relais.keycloak.bench.seed.Kind;
import org.relais.keycloak.bench.seed.Person;
import org.relais.keycloak.bench.seed.School;

/**
 * Who plays which part while we measure.
 *
 * @param heads      of one school each, spread over the academy
 * @param assistants official members in a school or two, with a grant or more in others
 * @param teachers   in no group that takes grants
 */
record TestUsers(List<Person> heads, List<Person> assistants, List<Person> teachers) {

    private static final int PEOPLE = 300;
    private static final int PERMITTED = 30;

    static TestUsers of(Academy academy) {
        List<Person> heads = academy.people(Kind.HEAD).toList();
        int step = Math.max(1, heads.size() / PEOPLE);
        return new TestUsers(
                IntStream.range(0, Math.min(PEOPLE, heads.size()))
                        .mapToObj(i -> heads.get(i * step))
                        .toList(),
                academy.people(Kind.AESH).limit(PEOPLE).toList(),
                academy.people(Kind.TEACHER).limit(4L * PEOPLE).toList());
    }

    /** The heads to whom Keycloak alone gives permissions; to make one takes it a second. */
    List<Person> permitted() {
        return heads.subList(0, PERMITTED);
    }

    static School schoolOf(Person head) {
        return head.schools().get(0);
    }
}
