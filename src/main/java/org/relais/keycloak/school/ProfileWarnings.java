package org.relais.keycloak.school;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;

/** What is odd in the profiles of a realm: names that lead nowhere, groups that nobody manages. It reads no group. */
public final class ProfileWarnings {

    private final RealmContext context;
    private final Profiles profiles;

    public ProfileWarnings(RealmContext context) {
        this.context = context;
        this.profiles = Profiles.of(context.realm());
    }

    /** The warning of a realm without profiles, in which there is nothing else to check. */
    public static Problem noProfile() {
        return Problem.general(SchoolWarning.WARNING_NO_PROFILE);
    }

    public List<Problem> all() {
        return Stream.of(unknownSuffixes(), unmanaged(), clients())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<Problem> unknownSuffixes() {
        return profiles.all().stream()
                .flatMap(profile -> Stream.of(profile.managedBy(), profile.together(), profile.regularisedBy())
                        .flatMap(List::stream)
                        .filter(suffix -> profiles.withSuffix(suffix).isEmpty())
                        .distinct()
                        .map(suffix -> Problem.at(
                                profile.suffix(), SchoolWarning.WARNING_UNKNOWN_SUFFIX, profile.suffix(), suffix)));
    }

    private Stream<Problem> unmanaged() {
        return profiles.all().stream()
                .filter(profile -> profile.population().takesGrants()
                        && profile.managedBy().isEmpty())
                .map(profile -> Problem.at(profile.suffix(), SchoolWarning.WARNING_NO_MANAGER, profile.suffix()));
    }

    private Stream<Problem> clients() {
        return profiles.all().stream()
                .flatMap(profile -> profile.clients().stream()
                        .filter(pattern -> !pattern.isPerSchool())
                        .flatMap(pattern -> clientOf(profile, pattern)));
    }

    private Stream<Problem> clientOf(Profile profile, ClientPattern pattern) {
        ClientModel client = context.realm().getClientByClientId(pattern.text());
        if (client == null) {
            return Stream.of(Problem.at(
                    profile.suffix(), SchoolWarning.WARNING_UNKNOWN_CLIENT, profile.suffix(), pattern.text()));
        }
        boolean never = profile.population().takesGrants()
                && new OfficialOnlyClients(context.session(), context.realm()).contains(client);
        return never
                ? Stream.of(Problem.at(
                        profile.suffix(),
                        SchoolWarning.WARNING_OFFICIAL_CLIENT,
                        profile.suffix(),
                        client.getClientId()))
                : Stream.empty();
    }
}
