package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** Two nodes share the work, and one goes on when the other is killed. */
@ExtendWith(RelaisServer.class)
class DeliveryNodesIT {

    @Test
    void a_node_that_is_killed_leaves_its_people_to_the_other(ServerUnderTest shared) {
        ServerUnderTest first = shared.expendable();
        try (TestRealm realm = first.freshRealm();
                MoodleStub moodle = new MoodleStub()) {
            MoodleStorm storm = new MoodleStorm(realm, 300);
            TestTargets targets = TestTargets.of(realm);
            String target = targets.add(TestTargets.aMoodle(moodle.url()));
            moodle.faults().latency(Duration.ofMillis(40));
            moodle.faults().losing(0.02);
            try (ServerUnderTest second = first.node("delivery-second")) {
                Random random = new Random(3);
                for (ServerUnderTest victim : List.of(second, first, second)) {
                    ServerUnderTest survivor = victim == first ? second : first;
                    Api admin = storm.admin(survivor);
                    for (int i = 0; i < 100; i++) {
                        storm.change(admin);
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
                    victim.process().kill();
                    for (int i = 0; i < 50; i++) {
                        storm.change(admin);
                    }
                    victim.restart();
                }
                moodle.faults().none();
                first.clock().ahead(Duration.ofMinutes(20));
                second.clock().ahead(Duration.ofMinutes(20));
                targets.awaitEmpty(target, Duration.ofMinutes(3));
                storm.assertRight(moodle);
                assertThat(second.process().isRunning()).isTrue();
            }
        }
    }
}
