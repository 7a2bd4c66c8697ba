package org.relais.keycloak.delivery.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.delivery.moodle.WantedFixture.aCohort;
import static org.relais.keycloak.delivery.moodle.WantedFixture.somebody;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.RemoteGroup;
import org.relais.keycloak.delivery.target.UnknownMember;

/** Moodle is made to match: against the stub, or against the real Moodle the environment names. */
class MoodleTargetTest {

    private static MoodleUnderTest moodle;

    @BeforeAll
    static void start() {
        moodle = MoodleUnderTest.start();
    }

    @AfterAll
    static void stop() throws IOException {
        moodle.close();
    }

    @Test
    void the_check_names_the_site_and_finds_nothing_wrong() {
        Health health = moodle.target().check();

        assertThat(health.name()).isNotBlank();
        assertThat(health.version()).isNotBlank();
        assertThat(health.problems()).isEmpty();
    }

    @Test
    void somebody_new_gets_one_account_with_the_mail_address_in_its_own_case_and_is_in_the_cohort() {
        String cohort = aCohort();
        WantedFixture helene = somebody().in(cohort);

        Map<String, Outcome> first = moodle.tell(helene.build());
        Map<String, Outcome> again = moodle.tell(helene.build());

        JsonNode account = moodle.user("idnumber", "relais:" + helene.id()).orElseThrow();
        assertThat(account.path("username").asText()).isEqualTo(helene.id());
        assertThat(account.path("email").asText()).isEqualTo(helene.email());
        assertThat(account.path("firstname").asText()).isEqualTo("Hélène");
        assertThat(moodle.members(cohort)).containsExactly(account.path("id").asText());
        assertThat(first)
                .isEqualTo(again)
                .containsEntry(helene.id(), Outcome.done(account.path("id").asText()));
    }

    @Test
    void the_username_can_be_the_identifier_in_lower_case() {
        WantedFixture helene = somebody().in(aCohort());
        DesiredState wanted =
                helene.called("Helene.GUEGUEN-" + helene.id().substring(0, 8)).build();

        moodle.target(UsernamePolicy.USERNAME).synchronize(List.of(wanted), Deadline.in(Duration.ofMinutes(1)));

        assertThat(moodle.user("username", "helene.gueguen-" + helene.id().substring(0, 8)))
                .isPresent();
    }

    @Test
    void an_account_that_is_there_by_its_mail_address_is_put_into_the_cohort_and_else_left_alone() {
        String cohort = aCohort();
        WantedFixture helene = somebody().in(cohort);
        String account = moodle.someAccount("u" + helene.id().substring(0, 8), helene.email());

        assertThat(moodle.tell(helene.build())).containsEntry(helene.id(), Outcome.done(account));
        assertThat(moodle.members(cohort)).containsExactly(account);
        assertThat(moodle.user("id", account).orElseThrow().path("firstname").asText())
                .isEqualTo("Quelqu’un");

        moodle.tell(helene.in().held(cohort).known(account).build());

        assertThat(moodle.members(cohort)).isEmpty();
        assertThat(moodle.user("id", account).orElseThrow().path("suspended").asBoolean())
                .isFalse();
    }

    @Test
    void an_account_known_from_before_is_not_created_again_when_the_mail_address_changes() {
        WantedFixture helene = somebody().in(aCohort());
        String account = moodle.someAccount("u" + helene.id().substring(0, 8), helene.email());
        moodle.tell(helene.build());

        Map<String, Outcome> outcomes = moodle.tell(
                helene.withMail("new." + helene.email()).known(account).build());

        assertThat(outcomes).containsEntry(helene.id(), Outcome.done(account));
        assertThat(moodle.user("username", helene.id())).isEmpty();
    }

    @Test
    void a_new_name_and_address_reach_an_account_of_ours() {
        WantedFixture helene = somebody().in(aCohort());
        moodle.tell(helene.build());

        moodle.tell(
                helene.withFirstName("Léna").withMail("Lena." + helene.email()).build());

        JsonNode account = moodle.user("idnumber", "relais:" + helene.id()).orElseThrow();
        assertThat(account.path("firstname").asText()).isEqualTo("Léna");
        assertThat(account.path("email").asText()).isEqualTo(helene.email()).startsWith("Lena.");
    }

    @Test
    void an_account_of_ours_is_suspended_when_nothing_keeps_it_and_opened_on_return() {
        String cohort = aCohort();
        WantedFixture helene = somebody().in(cohort);
        moodle.tell(helene.build());

        moodle.tell(helene.in().held(cohort).build());
        JsonNode closed = moodle.user("idnumber", "relais:" + helene.id()).orElseThrow();
        assertThat(closed.path("suspended").asBoolean()).isTrue();
        assertThat(moodle.members(cohort)).isEmpty();

        moodle.tell(helene.in(cohort).build());
        JsonNode open = moodle.user("idnumber", "relais:" + helene.id()).orElseThrow();
        assertThat(open.path("suspended").asBoolean()).isFalse();
        assertThat(open.path("id")).isEqualTo(closed.path("id"));
        assertThat(moodle.members(cohort)).containsExactly(open.path("id").asText());
    }

    @Test
    void whoever_is_gone_from_keycloak_loses_cohorts_and_account() {
        String cohort = aCohort();
        WantedFixture helene = somebody().in(cohort);
        moodle.tell(helene.build());

        moodle.tell(helene.in().held(cohort).gone().build());

        assertThat(moodle.members(cohort)).isEmpty();
        assertThat(moodle.user("idnumber", "relais:" + helene.id())
                        .orElseThrow()
                        .path("suspended")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoever_comes_with_the_address_of_somebody_gone_takes_over_their_suspended_account() {
        String cohort = aCohort();
        WantedFixture former = somebody().in(cohort);
        String account = moodle.tell(former.build()).get(former.id()).remoteId();
        moodle.tell(former.in().held(cohort).gone().build());
        WantedFixture again = somebody().in(cohort).withMail(former.email()).withFirstName("Léna");
        WantedFixture third = somebody().in(cohort).withMail(former.email());

        Map<String, Outcome> outcomes = moodle.tell(again.build(), third.build());

        assertThat(outcomes.values())
                .containsExactlyInAnyOrder(Outcome.done(account), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_OTHER));
        WantedFixture heir = outcomes.get(again.id()).isDone() ? again : third;
        JsonNode open = moodle.user("id", account).orElseThrow();
        assertThat(open.path("suspended").asBoolean()).isFalse();
        assertThat(open.path("idnumber").asText()).isEqualTo("relais:" + heir.id());
        assertThat(open.path("firstname").asText()).isEqualTo(heir == again ? "Léna" : "Hélène");
        assertThat(moodle.members(cohort)).containsExactly(account);
    }

    @Test
    void nobody_shares_the_account_of_somebody_who_is_there() {
        String cohort = aCohort();
        WantedFixture owner = somebody().in(aCohort());
        String account = moodle.tell(owner.build()).get(owner.id()).remoteId();
        JsonNode before = moodle.user("id", account).orElseThrow();
        WantedFixture other = somebody().in(cohort).withMail(owner.email()).withFirstName("Léna");

        assertThat(moodle.tell(other.build()))
                .containsEntry(other.id(), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_OTHER));
        assertThat(moodle.tell(other.known(account).build()))
                .as("even if it was shared before")
                .containsEntry(other.id(), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_OTHER));

        assertThat(moodle.user("id", account)).contains(before);
        assertThat(moodle.cohort(cohort)).isEmpty();
    }

    @Test
    void a_cohort_that_is_not_ours_is_left_alone_and_does_not_hold_up_the_other_cohorts() {
        String foreign = aCohort();
        String ours = aCohort();
        moodle.someCohort(foreign);
        WantedFixture helene = somebody().in(foreign, ours);

        assertThat(moodle.tell(helene.build()))
                .containsEntry(helene.id(), Outcome.failed(DeliveryError.MOODLE_COHORT_FOREIGN));

        assertThat(moodle.members(foreign)).isEmpty();
        assertThat(moodle.members(ours)).hasSize(1);
    }

    @Test
    void a_bad_row_does_not_hold_up_the_others() {
        String cohort = aCohort();
        WantedFixture taken = somebody();
        moodle.someAccount("u" + taken.id().substring(0, 8), taken.email().toUpperCase());
        WantedFixture noMail = somebody().in(cohort).withMail(null);
        WantedFixture strange = somebody().in(cohort).withId("f:storage:" + java.util.UUID.randomUUID());
        List<WantedFixture> good =
                IntStream.range(0, 30).mapToObj(i -> somebody().in(cohort)).toList();
        DesiredState[] all = Stream.concat(Stream.of(taken.in(cohort), noMail, strange), good.stream())
                .map(WantedFixture::build)
                .toArray(DesiredState[]::new);

        Map<String, Outcome> outcomes = moodle.tell(all);

        assertThat(outcomes).containsEntry(taken.id(), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_REFUSED));
        assertThat(outcomes).containsEntry(noMail.id(), Outcome.failed(DeliveryError.MOODLE_NO_MAIL));
        assertThat(outcomes).containsEntry(strange.id(), Outcome.failed(DeliveryError.MOODLE_USERNAME));
        assertThat(good)
                .allSatisfy(it -> assertThat(outcomes.get(it.id()).isDone()).isTrue());
        assertThat(moodle.members(cohort)).hasSize(30);
    }

    @Test
    void many_people_in_many_cohorts_are_all_there_afterwards() {
        List<String> cohorts = IntStream.range(0, 30).mapToObj(i -> aCohort()).toList();
        DesiredState[] people = IntStream.range(0, 250)
                .mapToObj(i -> somebody().in(cohorts.toArray(String[]::new)).build())
                .toArray(DesiredState[]::new);

        assertThat(moodle.tell(people).values()).hasSize(250).allMatch(Outcome::isDone);

        assertThat(cohorts)
                .allSatisfy(cohort -> assertThat(moodle.members(cohort)).hasSize(250));
    }

    @Test
    void a_comparison_says_who_is_missing_who_is_too_much_and_who_is_nobody_we_know() {
        String cohort = aCohort();
        WantedFixture present = somebody().in(cohort);
        WantedFixture former = somebody().in(cohort);
        WantedFixture absent = somebody();
        String member = moodle.someAccount("u" + absent.id().substring(0, 8), absent.email());
        moodle.tell(present.build(), former.build());
        moodle.put(member, cohort);
        Map<String, String> should = new java.util.HashMap<>();
        should.put(present.id(), null);
        should.put(absent.id(), null);
        RemoteGroup remoteGroup = new RemoteGroup(cohort, cohort, "0359001U");

        Drift drift = moodle.target()
                .compare(List.of(new ExpectedMembers(remoteGroup, should)), Deadline.in(Duration.ofMinutes(1)));

        assertThat(drift.missing()).containsExactly(absent.id());
        assertThat(drift.surplus()).isEqualTo(Map.of(former.id(), java.util.Set.of(cohort)));
        assertThat(drift.unknownMembers()).extracting(UnknownMember::remoteId).containsExactly(member);

        moodle.target().remove(drift.unknownMembers().get(0), Deadline.in(Duration.ofMinutes(1)));
        assertThat(moodle.members(cohort)).hasSize(2).doesNotContain(member);
    }
}
