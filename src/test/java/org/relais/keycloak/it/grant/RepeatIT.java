package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Concurrently;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** The same act twice, and two acts at the same moment. */
@ExtendWith(RelaisServer.class)
class RepeatIT {

    private static final String KEY = "Idempotency-Key";
    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;
    private static Manager otherHead;

    @BeforeAll
    static void a_school_has_two_heads(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestPerson second = aPerson().officiallyIn("0359001U_DIR").whoSignsIn().in(realm);
        otherHead = Manager.of(realm, second.username());
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "eleves-invites");
    }

    @Test
    void a_repeat_with_the_same_key_does_nothing_and_gets_the_same_grants() {
        Change change =
                aChange().adding(aPerson().in(realm)).together("eleves-invites").until(DAY);
        Api once = head.api().with(KEY, UUID.randomUUID().toString());

        JsonNode first =
                once.post(head.changes(GROUP), change.body()).expect(200).json();
        List<JsonNode> journal = head.journal(GROUP);
        JsonNode second =
                once.post(head.changes(GROUP), change.body()).expect(200).json();

        assertThat(second).isEqualTo(first);
        assertThat(first.get("granted")).hasSize(2);
        assertThat(head.journal(GROUP)).isEqualTo(journal);
        String path = "relais/grants/" + first.at("/granted/0/id").asText();
        assertThat(realm.admin()
                        .get("/admin-events?resourcePath=" + path)
                        .expect(200)
                        .json())
                .hasSize(1);
    }

    @Test
    void a_repeat_is_known_even_if_the_profile_was_edited_meanwhile() {
        String source = "0359001U_AED";
        Change change = aChange()
                .adding(aPerson().in(realm))
                .copying(realm.groupId(source))
                .until(DAY);
        Api once = head.api().with(KEY, UUID.randomUUID().toString());
        JsonNode first =
                once.post(head.changes(GROUP), change.body()).expect(200).json();

        TestProfiles.of(realm).set("AED", "labelEn", "Assistants");

        assertThat(once.post(head.changes(GROUP), change.body()).expect(200).json())
                .isEqualTo(first);
    }

    @Test
    void a_key_is_for_one_change_of_one_person() {
        String key = UUID.randomUUID().toString();
        Api api = head.api().with(KEY, key);
        TestPerson first = aPerson().in(realm);
        TestPerson second = aPerson().in(realm);
        api.post(head.changes(GROUP), aChange().adding(first).until(DAY).body()).expect(200);

        Answer otherContent = api.post(
                head.changes(GROUP), aChange().adding(second).until(DAY).body());
        Answer otherGroup = api.post(
                head.changes(OTHER_GROUP), aChange().adding(first).until(DAY).body());

        Refused.only(otherContent, 409, "key-reused", KEY);
        Refused.only(otherGroup, 409, "key-reused", KEY);
        otherHead
                .api()
                .with(KEY, key)
                .post(head.changes(GROUP), aChange().adding(second).until(DAY).body())
                .expect(200);
    }

    @Test
    void a_refused_change_leaves_its_key_free() {
        Api api = head.api().with(KEY, UUID.randomUUID().toString());

        api.post(head.changes(GROUP), aChange().addingIds("nobody").body()).expect(422);
        api.post(head.changes(GROUP), aChange().adding(aPerson().in(realm)).body())
                .expect(200);
    }

    @Test
    void without_a_key_the_second_time_is_refused() {
        Change change = aChange().adding(aPerson().in(realm)).until(DAY);
        head.change(GROUP, change).expect(200);

        String sentence = Refused.only(head.change(GROUP, change), 422, "already-granted", "add[0].userId");

        assertThat(sentence).contains(String.valueOf(DAY.getYear()));
    }

    @Test
    void a_double_click_gives_one_grant_and_the_same_answer_twice() {
        for (int round = 0; round < 4; round++) {
            TestPerson person = aPerson().in(realm);
            Api api = head.api().with(KEY, UUID.randomUUID().toString());
            String path = head.changes(GROUP);
            Callable<Answer> click =
                    () -> api.post(path, aChange().adding(person).until(DAY).body());

            List<Answer> answers = Concurrently.all(Collections.nCopies(3, click));

            assertThat(answers).allSatisfy(answer -> answer.expect(200));
            assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
            assertThat(person.grantsIn(realm)).hasSize(1);
        }
    }

    @Test
    void of_two_heads_who_add_the_same_person_at_once_exactly_one_wins() {
        Api one = head.api();
        Api other = otherHead.api();
        String path = head.changes(GROUP);
        for (int round = 0; round < 4; round++) {
            TestPerson person = aPerson().in(realm);
            Object body = aChange()
                    .adding(person)
                    .together("eleves-invites")
                    .until(DAY)
                    .body();

            List<Integer> statuses =
                    Concurrently.all(List.of(() -> one.post(path, body), () -> other.post(path, body))).stream()
                            .map(Answer::status)
                            .sorted()
                            .toList();

            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(409, 422);
            assertThat(person.grantsIn(realm).findValuesAsText("groupName"))
                    .containsExactlyInAnyOrder(GROUP, MOODLE_GROUP);
        }
    }

    @Test
    void a_key_of_another_form_is_refused() {
        Object body = aChange().adding(aPerson().in(realm)).body();
        Stream.of("two words", "x".repeat(201))
                .map(key -> head.api().with(KEY, key).post(head.changes(GROUP), body))
                .forEach(answer -> Refused.only(answer, 400, "wrong-key", KEY));
    }
}
