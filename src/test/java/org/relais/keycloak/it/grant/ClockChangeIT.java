package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A last day is a day of the academy, even the one of 23 and the one of 25 hours. */
@ExtendWith(RelaisServer.class)
class ClockChangeIT {

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void the_day_on_which_the_clocks_change_ends_at_local_midnight(int month, TestRealm realm) {
        String group = month == 3 ? GROUP : "0359001U_AED";
        LocalDate sunday = nextClockChange(month);
        realm.server().clock().ahead(Days.untilNoonOf(sunday.minusDays(1)));
        String grant = aGrant(realm).to(ASSISTANT).in(group).until(sunday).give();
        assertThat(LedgerRows.of(realm).grant(grant).endsAt()).isEqualTo(Days.endOf(sunday));

        realm.server()
                .clock()
                .ahead(Days.until(sunday.atTime(LocalTime.of(23, 58)).atZone(Days.ZONE)));
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(group);

        realm.server().clock().ahead(Days.untilJustAfter(sunday));
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
        Housekeeping.run(realm.server());
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("EXPIRED");
    }

    private static LocalDate nextClockChange(int month) {
        ZoneOffsetTransition next = Days.ZONE.getRules().nextTransition(inTwoDays());
        while (next.getDateTimeBefore().getMonthValue() != month) {
            next = Days.ZONE.getRules().nextTransition(next.getInstant());
        }
        return next.getDateTimeBefore().toLocalDate();
    }

    private static Instant inTwoDays() {
        return Days.today().plusDays(2).atStartOfDay(Days.ZONE).toInstant();
    }
}
