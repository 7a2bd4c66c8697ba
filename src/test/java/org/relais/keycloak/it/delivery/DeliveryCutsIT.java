package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** Work cut off at many points, with a Moodle that is slow and drops connections: the end is right all the same. */
@ExtendWith(RelaisServer.class)
class DeliveryCutsIT {

    private static final int CUTS = 50;

    @Test
    void whatever_is_cut_off_the_end_state_is_the_wanted_state_and_nobody_has_two_accounts(ServerUnderTest shared) {
        ServerUnderTest server = shared.expendable();
        try (TestRealm realm = server.freshRealm();
                MoodleStub moodle = new MoodleStub()) {
            MoodleStorm storm = new MoodleStorm(realm, 60);
            TestTargets targets = TestTargets.of(realm);
            String target = targets.add(TestTargets.aMoodle(moodle.url()));
            moodle.faults().latency(Duration.ofMillis(15));
            moodle.faults().losing(0.05);
            Api admin = storm.admin(server);
            Random random = new Random(5);
            Instant atTheLatest = Instant.now().plus(Duration.ofMinutes(8));
            int cut = 0;
            while (cut < CUTS && Instant.now().isBefore(atTheLatest)) {
                for (int j = 0; j < 4; j++) {
                    storm.change(admin);
                }
                // The target may rest after an error, and with it all that could be cut off.
                admin.post("/relais/deliveries/" + target + "/retry", null);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(60)));
                cut += cutSoon(server);
            }
            assertThat(cut).isGreaterThanOrEqualTo(CUTS);

            moodle.faults().none();
            server.clock().ahead(Duration.ofMinutes(20));
            targets.awaitEmpty(target, Duration.ofMinutes(3));
            storm.assertRight(moodle);
        }
    }

    /** At the next moment, within a tenth of a second, at which any is open. */
    private static int cutSoon(ServerUnderTest server) {
        int cut = 0;
        for (int i = 0; cut == 0 && i < 50; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            cut = cut(server);
        }
        return cut;
    }

    /** Ends the transactions the server has open in the database, as a crash would. Returns how many were ended. */
    private static int cut(ServerUnderTest server) {
        return (int) Sql.of(server)
                .number("select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity where"
                        + " datname = current_database() and pid <> pg_backend_pid()"
                        + " and state in ('active', 'idle in transaction')) cut");
    }
}
