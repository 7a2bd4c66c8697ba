package org.relais.keycloak.delivery.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.keycloak.delivery.moodle.WantedFixture.aCohort;
import static org.relais.keycloak.delivery.moodle.WantedFixture.somebody;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.problem.Problem;

/** What a Moodle does that does not work, which a real one cannot be told to do. */
class MoodleFaultsTest {

    private static final String LOOK = "core_user_get_users_by_field";

    private MoodleUnderTest moodle;

    @BeforeEach
    void start() {
        moodle = MoodleUnderTest.stub();
    }

    @AfterEach
    void stop() throws IOException {
        moodle.close();
    }

    @Test
    void maintenance_comes_as_a_page_and_says_how_long_to_wait() {
        moodle.asStub().faults().maintenance("120");

        assertThatThrownBy(() -> moodle.tell(somebody().in(aCohort()).build()))
                .isInstanceOfSatisfying(TargetUnavailable.class, failed -> {
                    assertThat(failed.error()).isEqualTo(DeliveryError.MOODLE_MAINTENANCE);
                    assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(120));
                });
    }

    @Test
    void web_services_switched_off_are_an_empty_403() {
        moodle.asStub().faults().servicesOff();

        assertUnavailable(DeliveryError.MOODLE_SERVICES_OFF);
    }

    @Test
    void a_connection_cut_off_means_that_nobody_knows() {
        moodle.asStub().faults().dead();

        assertUnavailable(DeliveryError.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "invalidtoken, moodle-token",
        "accessexception, moodle-access",
        "nopermissions, moodle-permissions",
        "sitemaintenance, moodle-maintenance",
        "upgraderunning, moodle-maintenance",
        "dmlreadexception, moodle-trouble",
        "whateverapluginsays, moodle-trouble"
    })
    void an_error_of_the_site_is_nobodys_fault(String code, String error) {
        moodle.asStub().faults().error(code);

        assertUnavailable(DeliveryError.ofStored(error));
    }

    @Test
    void whoever_leaves_while_moodle_cannot_read_its_accounts_has_not_left() {
        String cohort = aCohort();
        WantedFixture helene = somebody().in(cohort);
        moodle.tell(helene.build());
        DesiredState leaving = helene.in().held(cohort).gone().build();

        moodle.asStub().faults().error("dmlreadexception", LOOK);
        assertThatThrownBy(() -> moodle.tell(leaving)).isInstanceOf(TargetUnavailable.class);

        moodle.asStub().faults().error("invalidparameter", LOOK);
        assertThat(moodle.tell(leaving))
                .containsEntry(helene.id(), Outcome.failed(DeliveryError.MOODLE_SEARCH_REFUSED));

        moodle.asStub().faults().none();
        assertThat(moodle.members(cohort)).hasSize(1);
    }

    @Test
    void nobody_gets_an_account_while_it_is_not_known_whether_they_have_one() {
        for (String code : List.of("dmlreadexception", "invalidparameter", "whateverapluginsays")) {
            moodle.asStub().faults().error(code, LOOK);
            try {
                assertThat(moodle.tell(somebody().in(aCohort()).build()).values())
                        .noneMatch(Outcome::isDone);
            } catch (TargetUnavailable unread) {
                assertThat(unread.error()).isEqualTo(DeliveryError.MOODLE_TROUBLE);
            }
        }

        assertThat(moodle.asStub().calls("core_user_create_users")).isZero();
    }

    @Test
    void a_refusal_of_a_plugin_concerns_those_who_are_told_only() {
        moodle.asStub().faults().error("whateverapluginsays", "core_user_create_users");
        WantedFixture helene = somebody().in(aCohort());

        assertThat(moodle.tell(helene.build()))
                .containsEntry(helene.id(), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_REFUSED));
    }

    @Test
    void somebody_moodle_breaks_on_holds_up_nobody() {
        WantedFixture bad = somebody().in(aCohort());
        moodle.asStub().faults().breakOn(bad.id());
        WantedFixture[] good =
                IntStream.range(0, 9).mapToObj(i -> somebody().in(aCohort())).toArray(WantedFixture[]::new);

        Map<String, Outcome> outcomes = moodle.tell(Stream.concat(Stream.of(bad), Stream.of(good))
                .map(WantedFixture::build)
                .toArray(DesiredState[]::new));

        assertThat(outcomes).containsEntry(bad.id(), Outcome.failed(DeliveryError.MOODLE_ACCOUNT_REFUSED));
        assertThat(good)
                .allSatisfy(it -> assertThat(outcomes.get(it.id()).isDone()).isTrue());
    }

    @Test
    void a_wrong_token_is_told_by_the_check() {
        assertThatThrownBy(() -> moodle.target(UsernamePolicy.ID, "wrong").check())
                .isInstanceOfSatisfying(
                        TargetUnavailable.class,
                        failed -> assertThat(failed.error()).isEqualTo(DeliveryError.MOODLE_TOKEN));
    }

    @Test
    void the_check_names_functions_that_are_missing() {
        moodle.asStub().faults().lack("core_user_update_users");

        assertThat(moodle.target().check().problems())
                .containsExactly(Problem.general(DeliveryError.MOODLE_FUNCTIONS, "core_user_update_users"));
    }

    @Test
    void the_check_tells_a_token_that_may_not_view_accounts() {
        moodle.asStub().users().blind(true);

        assertThat(moodle.target().check().problems()).containsExactly(Problem.general(DeliveryError.MOODLE_BLIND));
    }

    @Test
    void a_thousand_rows_in_one_call_are_cut_without_a_word_and_ours_never_are() {
        MoodleForm form = new MoodleForm();
        for (int i = 0; i < 1_000; i++) {
            String user = "users[" + i + "]";
            form.with(user + "[username]", "cut" + i)
                    .with(user + "[auth]", "oauth2")
                    .with(user + "[firstname]", "A")
                    .with(user + "[lastname]", "B")
                    .with(user + "[email]", "cut" + i + "@moodle.example")
                    .with(user + "[idnumber]", "cut" + i);
        }
        form.with("wstoken", MoodleStub.TOKEN);
        assertThat(PhpForm.read(text(form)).path("users")).hasSize(834);

        String cohort = aCohort();
        DesiredState[] people = IntStream.range(0, 1_000)
                .mapToObj(i -> somebody().in(cohort).build())
                .toArray(DesiredState[]::new);
        assertThat(moodle.tell(people).values()).hasSize(1_000).allMatch(Outcome::isDone);
        assertThat(moodle.members(cohort)).hasSize(1_000);
    }

    @Test
    void a_cohort_that_somebody_deleted_is_made_again_the_next_time() {
        String cohort = aCohort();
        var target = moodle.target();
        WantedFixture helene = somebody().in(cohort);
        target.synchronize(List.of(helene.build()), Deadline.in(Duration.ofMinutes(1)));
        moodle.asStub().cohorts().delete(cohort);

        Map<String, Outcome> first = target.synchronize(List.of(helene.build()), Deadline.in(Duration.ofMinutes(1)));
        Map<String, Outcome> second = target.synchronize(List.of(helene.build()), Deadline.in(Duration.ofMinutes(1)));

        assertThat(first).containsEntry(helene.id(), Outcome.failed(DeliveryError.MOODLE_COHORT_REFUSED));
        assertThat(second.get(helene.id()).isDone()).isTrue();
        assertThat(moodle.members(cohort)).hasSize(1);
    }

    @Test
    void no_call_begins_after_the_deadline_and_nobody_is_said_to_be_done() {
        assertThat(moodle.target().synchronize(List.of(somebody().in(aCohort()).build()), Deadline.in(Duration.ZERO)))
                .isEmpty();
        assertThat(moodle.asStub().calls()).isZero();
    }

    @Test
    void whatever_is_cut_off_wherever_the_end_is_right_and_nobody_has_two_accounts() {
        String cohort = aCohort();
        List<DesiredState> people = IntStream.range(0, 40)
                .mapToObj(i -> somebody().in(cohort).build())
                .toList();
        moodle.asStub().faults().losing(0.5);

        int tries = 0;
        boolean done = false;
        while (!done && tries++ < 500) {
            try {
                done = moodle.target().synchronize(people, Deadline.in(Duration.ofMinutes(1))).values().stream()
                        .allMatch(Outcome::isDone);
            } catch (TargetUnavailable cutOff) {
                done = false;
            }
        }
        moodle.asStub().faults().none();

        assertThat(done).isTrue();
        assertThat(moodle.members(cohort)).hasSize(40);
        assertThat(people)
                .allSatisfy(it -> assertThat(moodle.user("idnumber", "relais:" + it.userId()))
                        .isPresent());
    }

    private void assertUnavailable(DeliveryError error) {
        assertThatThrownBy(() -> moodle.tell(somebody().in(aCohort()).build()))
                .isInstanceOfSatisfying(
                        TargetUnavailable.class,
                        failed -> assertThat(failed.error()).isEqualTo(error));
    }

    private static String text(MoodleForm form) {
        try {
            return new String(form.entity().getContent().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
