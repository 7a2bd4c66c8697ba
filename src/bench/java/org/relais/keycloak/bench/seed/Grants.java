package org.relais.keycloak.bench.seed;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Seven thousand running grants: assistants who wait for their assignment to a further school. */
final class Grants {

    static final int COUNT = 7_000;

    private static final long SEED = 56_001;
    private static final String SUFFIX = "AES";
    private static final long MONTHS = 60L * 24 * 3600 * 1000;

    private record Grant(int number, Person person, School school) {}

    private final List<Grant> all = new ArrayList<>();

    Grants(Academy academy) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Person> assistants = academy.people(Kind.AESH).toList();
        Set<String> taken = new HashSet<>();
        while (all.size() < COUNT) {
            Person person = assistants.get(all.size() % assistants.size());
            School school =
                    academy.schools().get(random.nextInt(academy.schools().size()));
            if (!person.schools().contains(school) && taken.add(person.id() + school.uai())) {
                all.add(new Grant(all.size(), person, school));
            }
        }
    }

    void writeMemberships(CopyIn table) {
        all.forEach(grant -> table.row(grant.person().id(), grant.school().groupId(SUFFIX), "UNMANAGED"));
    }

    void write(Connection connection, String realmId, long now) {
        try (CopyIn table = new CopyIn(
                connection,
                "RELAIS_GRANT",
                "ID, REALM_ID, SCHOOL_ID, GROUP_ID, USER_ID, STATUS, STARTS_AT, ENDS_AT, REASON, GRANTED_BY, GRANTED_AT,"
                        + " ACTIVE_KEY, VERSION")) {
            for (Grant grant : all) {
                String groupId = grant.school().groupId(SUFFIX);
                table.row(
                        Ids.of(Ids.GRANT, grant.number()),
                        realmId,
                        grant.school().id(),
                        groupId,
                        grant.person().id(),
                        "ACTIVE",
                        now,
                        now + MONTHS,
                        "En attente de l'affectation",
                        Ids.of(Ids.PERSON, grant.school().number()),
                        now,
                        groupId + "/" + grant.person().id(),
                        0);
            }
        }
    }
}
