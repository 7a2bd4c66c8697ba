package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.grant.ChangeStorm.Sent;
import org.relais.keycloak.it.support.assertion.LedgerInvariants;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** A power cut in the middle of the work of many heads. */
@ExtendWith(RelaisServer.class)
class CrashIT {

    private static final int CLIENTS = 8;
    private static final int CHANGES = 500;
    private static final int BEFORE_THE_CUT = 200;
    private static final int PEOPLE = 120;
    private static final String PREFIX = "person";

    @Test
    void what_was_acknowledged_is_there_and_nothing_is_half_there(ServerUnderTest shared) {
        ServerUnderTest server = shared.expendable();
        try (TestRealm realm = server.freshRealm()) {
            realm.admin().put("", Map.of("accessTokenLifespan", 3_600)).expect(204);
            ChangeStorm storm =
                    new ChangeStorm(realm, ManyPeople.in(realm, PREFIX, PEOPLE).ids());

            List<Sent> sent = cutThePowerDuring(storm, server);
            server.restart();

            LedgerInvariants ledgerInvariants = new LedgerInvariants(realm);
            assertSound(ledgerInvariants);
            assertAcknowledgedIsThere(sent, ledgerInvariants.state());
            assertRepeatingChangesNothingThatWasDone(storm, sent, realm, ledgerInvariants);
        }
    }

    private static List<Sent> cutThePowerDuring(ChangeStorm storm, ServerUnderTest server) {
        CompletableFuture<List<Sent>> all = storm.begin(CLIENTS, CHANGES);
        Awaitility.await().atMost(Duration.ofMinutes(8)).until(() -> storm.acknowledged() >= BEFORE_THE_CUT);
        server.process().kill();
        List<Sent> sent = all.join();

        assertThat(sent).hasSize(CHANGES);
        assertThat(sent.stream().filter(it -> it.answer() == null))
                .as("cut off")
                .hasSizeGreaterThan(CLIENTS);
        assertThat(sent.stream()
                        .filter(it -> it.answer() != null)
                        .map(it -> it.answer().status()))
                .isSubsetOf(200, 409, 422);
        return sent;
    }

    private static void assertSound(LedgerInvariants ledgerInvariants) {
        ledgerInvariants.check(PREFIX);
        ledgerInvariants.checkTogether("AES", ChangeStorm.TOGETHER);
    }

    private static void assertAcknowledgedIsThere(List<Sent> sent, List<String> state) {
        Set<String> active = grants(state, "ACTIVE");
        Set<String> ended = grants(state, "ENDED");
        Set<String> perhapsTakenBack = sent.stream().flatMap(CrashIT::removed).collect(Collectors.toSet());
        for (Sent change : sent) {
            if (change.isAcknowledged()) {
                assertThat(ended).as(change.key()).containsAll(change.ended());
                Set<String> there = new HashSet<>(active);
                if (change.grantedInGroup().stream().anyMatch(perhapsTakenBack::contains)) {
                    there.addAll(ended);
                }
                assertThat(there).as(change.key()).containsAll(change.granted());
            }
        }
    }

    private static void assertRepeatingChangesNothingThatWasDone(
            ChangeStorm storm, List<Sent> sent, TestRealm realm, LedgerInvariants ledgerInvariants) {
        List<String> before = ledgerInvariants.state();
        Api head = realm.relais(HEAD);
        for (Sent done : sent.stream().filter(Sent::isAcknowledged).toList()) {
            assertSameAnswer(done, storm.repeat(done, head));
        }
        assertThat(ledgerInvariants.state()).isEqualTo(before);

        List<Sent> accepted = sent.stream()
                .map(change -> storm.repeat(change, head))
                .filter(Sent::isAcknowledged)
                .toList();
        assertSound(ledgerInvariants);
        List<String> after = ledgerInvariants.state();
        assertThat(accepted).hasSizeGreaterThan(BEFORE_THE_CUT);
        accepted.forEach(change -> assertSameAnswer(change, storm.repeat(change, head)));
        assertThat(ledgerInvariants.state()).isEqualTo(after);
    }

    private static void assertSameAnswer(Sent first, Sent again) {
        assertThat(again.answer().status()).as(first.key()).isEqualTo(200);
        assertThat(again.granted()).as(first.key()).containsExactlyInAnyOrderElementsOf(first.granted());
        assertThat(again.ended()).as(first.key()).containsExactlyInAnyOrderElementsOf(first.ended());
    }

    private static Set<String> grants(List<String> state, String status) {
        return state.stream()
                .map(line -> line.split(" "))
                .filter(line -> line[1].equals(status))
                .map(line -> line[0])
                .collect(Collectors.toSet());
    }

    private static Stream<String> removed(Sent change) {
        return change.change().get("remove") instanceof List<?> ids
                ? ids.stream().map(String::valueOf)
                : Stream.empty();
    }
}
