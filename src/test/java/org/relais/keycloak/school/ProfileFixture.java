package org.relais.keycloak.school;

import java.time.MonthDay;
import java.util.List;

/** A profile as the demo's AES, unless told otherwise. */
public final class ProfileFixture {

    private MonthDay latestEnd = MonthDay.of(8, 31);
    private int defaultDays = 60;
    private int maxDays = 365;
    private List<String> clients = List.of("pronote-{uai}", "pmb");

    private ProfileFixture() {}

    public static ProfileFixture aProfile() {
        return new ProfileFixture();
    }

    public ProfileFixture latestEnd(int month, int day) {
        latestEnd = MonthDay.of(month, day);
        return this;
    }

    public ProfileFixture days(int byDefault, int atMost) {
        defaultDays = byDefault;
        maxDays = atMost;
        return this;
    }

    public ProfileFixture clients(String... patterns) {
        clients = List.of(patterns);
        return this;
    }

    public Profile build() {
        return new Profile(
                "AES",
                "AESH",
                "Learning support assistants",
                Population.MIXED,
                List.of("DIR"),
                clients.stream().map(ClientPattern::new).toList(),
                List.of("AES"),
                List.of(),
                List.of("eleves-invites"),
                defaultDays,
                maxDays,
                latestEnd,
                true,
                false,
                "{uai}_{suffix}");
    }
}
