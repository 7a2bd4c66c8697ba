package org.relais.keycloak.school;

/** How much of something there may be in a realm, each a setting of its component {@code relais-academy}. */
public enum UsageLimit {
    /** Grants of a group that wait for an account. */
    PENDING_PER_GROUP("pendingPerGroup", 500),
    /** Grants that one person gave and that wait for an account. */
    PENDING_PER_GIVER("pendingPerGiver", 1_000),
    /** Grants of a group that run, whether or not they wait for an account. */
    GRANTS_PER_GROUP("grantsPerGroup", 2_000),
    DELEGATIONS_PER_GROUP("delegationsPerGroup", 50),
    DELEGATIONS_PER_GIVER("delegationsPerGiver", 200),
    /** Lines that one person may change in a minute, on each node. */
    CHANGES_PER_MINUTE("changesPerMinute", 600),
    /** Lines that one person may change in a day, on each node. */
    CHANGES_PER_DAY("changesPerDay", 5_000);

    public static final int LEAST = 1;
    public static final int MOST = 1_000_000;

    private final String setting;
    private final int byDefault;

    UsageLimit(String setting, int byDefault) {
        this.setting = setting;
        this.byDefault = byDefault;
    }

    public String setting() {
        return setting;
    }

    public int byDefault() {
        return byDefault;
    }

    public static boolean accepts(String number) {
        return number.matches("[0-9]{1,7}") && Integer.parseInt(number) >= LEAST && Integer.parseInt(number) <= MOST;
    }
}
