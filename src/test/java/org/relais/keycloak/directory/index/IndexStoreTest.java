package org.relais.keycloak.directory.index;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.database.EntityDatabase;

/** Somebody new may be written by an event and by a rebuild at the same moment. */
class IndexStoreTest {

    private static final String REALM = "a-realm";

    /** Not so in H2, where the second is refused: its next event, or the comparison of every day, repeats it. */
    @Test
    void two_who_write_the_same_new_people_take_turns() throws Exception {
        try (EntityDatabase database = EntityDatabase.postgresql(PersonEntity.class, PersonTokenEntity.class)) {
            twoWhoWriteTheSameNewPeopleTakeTurns(database);
        }
    }

    @Test
    void many_are_entered_and_those_who_are_there_stay_as_they_are() throws IOException {
        try (EntityDatabase database = EntityDatabase.h2(PersonEntity.class, PersonTokenEntity.class)) {
            write(database, "p5", "Five");
            TreeSet<String> ids =
                    IntStream.range(0, 120).mapToObj(i -> "p" + i).collect(Collectors.toCollection(TreeSet::new));

            database.inTransaction(em -> {
                new IndexStore(em).enter(REALM, ids);
                return null;
            });

            Map<String, String> digests = database.inTransaction(em -> new IndexStore(em).lockedDigests(ids));
            assertThat(digests).hasSize(120).containsEntry("p5", tokens("Five").digest());
            assertThat(Set.copyOf(digests.values())).hasSize(2);
        }
    }

    private static void twoWhoWriteTheSameNewPeopleTakeTurns(EntityDatabase database) throws Exception {
        CompletableFuture<Map<String, String>> second;
        EntityManager first = database.open();
        try {
            IndexStore store = new IndexStore(first);
            store.enter(REALM, new TreeSet<>(Set.of("new")));
            second = CompletableFuture.supplyAsync(() -> database.inTransaction(em -> {
                IndexStore other = new IndexStore(em);
                other.enter(REALM, new TreeSet<>(Set.of("new")));
                return other.lockedDigests(List.of("new"));
            }));
            store.remove(List.of("new"));
            store.add(REALM, Map.of("new", tokens("Somebody")));
        } finally {
            first.getTransaction().commit();
            first.close();
        }

        assertThat(second.get(20, TimeUnit.SECONDS))
                .containsOnly(Map.entry("new", tokens("Somebody").digest()));
    }

    private static void write(EntityDatabase database, String id, String name) {
        database.inTransaction(em -> {
            IndexStore store = new IndexStore(em);
            store.add(REALM, Map.of(id, tokens(name)));
            return null;
        });
    }

    private static PersonTokens tokens(String name) {
        return PersonTokens.of("user", name, "Name", null, List.of(), Set.of());
    }
}
