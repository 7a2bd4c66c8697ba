package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ids knows every text that a request can carry. */
class EveryIdTest {

    /** What is no id, wherever it stands. */
    private static final Set<String> NO_IDS = Set.of(
            "q", // what somebody looks for
            "max",
            "first",
            "cursor", // an id is in it: CursorsIT
            "Idempotency-Key", // of the caller's own: IdempotencyKeyIT
            "If-None-Match",
            "reason",
            "endingBefore",
            "search.endingBefore",
            "from",
            "to",
            "origin",
            "status",
            "action",
            "dryRun",
            "groups",
            "closeMissing",
            "themes",
            "name", // of a profile to be saved
            "config"); // its settings

    @Test
    void each_text_of_a_request_is_in_the_table_or_is_no_id() {
        List<IdPlace> inTable =
                IdMatrix.lines().stream().map(IdMatrix.Line::place).distinct().toList();

        List<IdPlace> inCode = RequestFields.all();

        assertThat(inCode).hasSizeGreaterThan(60);
        assertThat(inCode.stream().filter(place -> !NO_IDS.contains(place.field())))
                .as("Give a new id a line in IdMatrix; name what is none in NO_IDS")
                .containsExactlyInAnyOrderElementsOf(inTable);
    }

    @Test
    void nothing_is_called_no_id_that_nobody_can_send() {
        Stream<String> sent = RequestFields.all().stream().map(IdPlace::field);

        assertThat(sent).containsAll(NO_IDS);
    }
}
