package org.relais.keycloak.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.RemoteAccount;
import org.relais.keycloak.delivery.target.RemoteGroup;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.problem.Problem;

class WebhookTargetTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Signature SIGNATURE = Signature.with("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final DesiredState HELENE = new DesiredState(
            "id-of-helene",
            new RemoteAccount("id-of-helene", "helene.gueguen", "helene@academie.example", "Hélène", "Guéguen"),
            List.of(new Access(
                    new RemoteGroup("0359001U_AES", "AESH", "0359001U"),
                    "0359001U_AES",
                    "AES",
                    LocalDate.of(2027, 1, 31))),
            Set.of(),
            null);

    private Receiver receiver;

    @BeforeEach
    void start() {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void it_tells_what_somebody_has_now_without_a_name_and_signed() throws IOException {
        Instant before = Instant.now();

        assertThat(tell(Set.of())).containsEntry("id-of-helene", Outcome.done(null));

        Receiver.Call call = receiver.calls().get(0);
        assertThat(call.contentType()).startsWith("application/cloudevents+json");
        assertThat(Long.parseLong(call.timestamp()))
                .isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(call.signature()).isEqualTo(SIGNATURE.of(call.id(), Long.parseLong(call.timestamp()), call.body()));
        assertThat(call.body()).doesNotContainIgnoringCase("guéguen").doesNotContain("helene.gueguen", "@");
        JsonNode event = JSON.readTree(call.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("org.relais.access.v1");
        assertThat(event.path("source").asText()).isEqualTo("/realms/academie");
        assertThat(event.path("id").asText()).isEqualTo(call.id());
        assertThat(event.path("subject").asText()).isEqualTo("id-of-helene");
        assertThat(event.path("data")).isEqualTo(JSON.readTree("""
                {"userId": "id-of-helene", "open": true, "accesses": [
                  {"group": "0359001U_AES", "uai": "0359001U", "profile": "AES", "endsOn": "2027-01-31"}]}"""));
    }

    @Test
    void it_tells_more_of_a_person_only_as_configured() throws IOException {
        tell(Set.of(PersonalField.EMAIL));

        JsonNode data = JSON.readTree(receiver.calls().get(0).body()).path("data");
        assertThat(data.path("email").asText()).isEqualTo("helene@academie.example");
        assertThat(data.has("username")).isFalse();
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.answering(
                307, Map.of("Location", receiver.url().resolve("/elsewhere").toString()));

        assertUnavailable(DeliveryError.WEBHOOK_REDIRECT);
        assertThat(receiver.calls()).extracting(Receiver.Call::path).containsExactly("/hook");
    }

    @Test
    void a_server_that_is_overloaded_is_left_alone_as_long_as_it_asks() {
        receiver.answering(429, Map.of("Retry-After", "90"));

        assertThatThrownBy(() -> tell(Set.of())).isInstanceOfSatisfying(TargetUnavailable.class, failed -> {
            assertThat(failed.error()).isEqualTo(DeliveryError.BUSY);
            assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        });
    }

    @Test
    void whoever_is_refused_is_refused_alone() {
        receiver.answering(422, Map.of());

        assertThat(tell(Set.of())).containsEntry("id-of-helene", Outcome.failed(DeliveryError.WEBHOOK_REFUSED));
    }

    @Test
    void somebody_the_receiver_breaks_on_holds_up_nobody() {
        receiver.answering("id-of-bad", 500);

        assertThat(tell(people("id-of-1", "id-of-bad", "id-of-2")))
                .containsEntry("id-of-1", Outcome.done(null))
                .containsEntry("id-of-bad", Outcome.failed(DeliveryError.WEBHOOK_REFUSED))
                .containsEntry("id-of-2", Outcome.done(null));
    }

    @Test
    void what_came_of_people_before_the_receiver_went_away_is_not_lost() {
        receiver.takingOnly(3);

        assertThatThrownBy(() -> tell(people("id-of-1", "id-of-2", "id-of-3", "id-of-4", "id-of-5")))
                .isInstanceOfSatisfying(
                        TargetUnavailable.class,
                        failed -> assertThat(failed.reached())
                                .containsOnlyKeys("id-of-1", "id-of-2", "id-of-3")
                                .containsEntry("id-of-3", Outcome.done(null)));
        assertThat(receiver.calls()).hasSize(4);
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_cut_off() {
        receiver.drip();
        Instant before = Instant.now();

        assertThatThrownBy(() -> target(AddressPolicy.of(true, List.of()), receiver.url(), Set.of())
                        .synchronize(List.of(HELENE), Deadline.in(Duration.ofSeconds(3))))
                .isInstanceOfSatisfying(
                        TargetUnavailable.class,
                        failed -> assertThat(failed.error()).isEqualTo(DeliveryError.UNREACHABLE));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_name_that_leads_to_a_forbidden_address_is_not_called() {
        URI byName = URI.create(receiver.url().toString().replace("127.0.0.1", "localhost"));
        for (URI url : List.of(receiver.url(), byName)) {
            assertThatThrownBy(() -> target(AddressPolicy.of(false, List.of()), url, Set.of())
                            .synchronize(List.of(HELENE), Deadline.in(Duration.ofSeconds(20))))
                    .isInstanceOfSatisfying(
                            TargetUnavailable.class,
                            failed -> assertThat(failed.error()).isEqualTo(DeliveryError.WEBHOOK_ADDRESS));
        }
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void the_test_sends_an_event_of_its_own_kind_and_tells_the_status() throws IOException {
        WebhookTarget target = target(AddressPolicy.of(true, List.of()), receiver.url(), Set.of());
        assertThat(target.check().isGood()).isTrue();
        assertThat(JSON.readTree(receiver.calls().get(0).body()).path("type").asText())
                .isEqualTo("org.relais.test.v1");

        receiver.answering(401, Map.of());
        assertThat(target.check().problems()).containsExactly(Problem.general(DeliveryError.WEBHOOK_STATUS, 401));
    }

    private Map<String, Outcome> tell(Set<PersonalField> fields) {
        return target(AddressPolicy.of(true, List.of()), receiver.url(), fields)
                .synchronize(List.of(HELENE), Deadline.in(Duration.ofSeconds(20)));
    }

    private Map<String, Outcome> tell(List<DesiredState> people) {
        return target(AddressPolicy.of(true, List.of()), receiver.url(), Set.of())
                .synchronize(people, Deadline.in(Duration.ofSeconds(20)));
    }

    private static List<DesiredState> people(String... ids) {
        return Stream.of(ids)
                .map(id -> new DesiredState(id, HELENE.account(), HELENE.accesses(), Set.of(), null))
                .toList();
    }

    private void assertUnavailable(DeliveryError error) {
        assertThatThrownBy(() -> tell(Set.of()))
                .isInstanceOfSatisfying(
                        TargetUnavailable.class,
                        failed -> assertThat(failed.error()).isEqualTo(error));
    }

    private static WebhookTarget target(AddressPolicy policy, URI url, Set<PersonalField> fields) {
        return new WebhookTarget(
                WebhookFactory.client(policy),
                url,
                SIGNATURE,
                new AccessEvent("/realms/academie", fields),
                Clock.systemUTC());
    }
}
