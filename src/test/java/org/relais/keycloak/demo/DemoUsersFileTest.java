package org.relais.keycloak.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class DemoUsersFileTest {

    @Test
    void the_committed_file_is_what_the_generator_writes() throws IOException {
        assertThat(Files.readString(DemoUsersFile.PATH))
                .as("run %s to rewrite the file", DemoUsersFile.class.getName())
                .isEqualTo(DemoUsersFile.content(DemoDirectory.people()));
    }

    @Test
    void everybody_has_an_identifier_of_their_own() {
        assertThat(DemoDirectory.people()).extracting(DemoPerson::username).doesNotHaveDuplicates();
    }

    @Test
    void the_cast_keeps_its_plain_identifiers() {
        assertThat(DemoDirectory.people())
                .extracting(DemoPerson::username)
                .startsWith(
                        "nolwenn.legoff",
                        "yann.riou",
                        "helene.gueguen",
                        "mael.kerbrat",
                        "anais.lebihan",
                        "paul.martin",
                        "admin.academie")
                .contains("helene.gueguen1", "marie.legall", "marie.legall1");
    }

    @Test
    void identifiers_are_plain_letters() {
        assertThat(DemoDirectory.people())
                .extracting(DemoPerson::username)
                .allMatch(username -> username.matches("[a-z-]+\\.[a-z-]+[0-9]*"));
    }

    @Test
    void every_school_has_people_of_every_function() {
        for (var school : DemoSchool.values()) {
            assertThat(DemoDirectory.people().stream()
                            .filter(person -> person.function() != null
                                    && person.schools().contains(school))
                            .collect(groupingBy(DemoPerson::function, counting())))
                    .containsOnlyKeys(DemoFunction.values());
        }
    }
}
