package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.ManySchools;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** An administrator finds a school among many and sees who heads it. */
@ExtendWith(RelaisServer.class)
class SchoolListIT {

    private static TestRealm realm;
    private static Api admin;

    @BeforeAll
    static void an_academy_is_there(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
        ManySchools.addTo(realm, 150);
        for (int i = 0; i < 7; i++) {
            aPerson().officiallyIn("0359002V_DIR").in(realm);
        }
    }

    @Test
    void a_name_is_found_whatever_the_case_and_the_accents() {
        assertThat(found("ESTRAN")).containsExactly("0359002V");
        assertThat(found("college")).containsExactly("0299001B", "0359001U");
        assertThat(found("0359")).containsExactly("0359001U", "0359002V");
        assertThat(found("nulle part")).isEmpty();
    }

    @Test
    void what_is_found_is_read_a_page_at_a_time() {
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    admin.get("/schools?q=z&max=40" + cursor).expect(200).json();
            read.addAll(page.get("items").findValuesAsText("uai"));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (cursor != null);

        assertThat(read).hasSize(150).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void few_heads_are_named_and_many_are_counted() {
        JsonNode one = admin.get("/schools?q=0299001B").expect(200).json().at("/items/0/heads");
        assertThat(one.get("count").asInt()).isEqualTo(1);
        assertThat(one.get("people").findValuesAsText("id")).containsExactly(realm.userId(HEAD_ELSEWHERE));

        JsonNode many = admin.get("/schools?q=0359002V").expect(200).json().at("/items/0/heads");
        assertThat(many.get("count").asInt()).isGreaterThanOrEqualTo(7);
        assertThat(many.get("people")).isEmpty();
    }

    @Test
    void a_page_of_many_takes_no_more_statements_than_a_page_of_few() {
        long few = statements(3);
        long many = statements(100);

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    /** The least of some: a task of the moment may count too. */
    private static long statements(int schools) {
        admin.get("/schools?max=" + schools).expect(200);
        return LongStream.generate(() -> realm.server()
                        .statements()
                        .fewestDuring(
                                () -> () -> admin.get("/schools?max=" + schools).expect(200)))
                .limit(3)
                .min()
                .orElseThrow();
    }

    private static List<String> found(String text) {
        return admin.get("/schools?q=" + Api.encode(text))
                .expect(200)
                .json()
                .get("items")
                .findValuesAsText("uai");
    }
}
