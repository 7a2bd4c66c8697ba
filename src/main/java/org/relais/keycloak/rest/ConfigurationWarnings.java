package org.relais.keycloak.rest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.relais.keycloak.claim.OfficialClientChecks;
import org.relais.keycloak.directory.record.TrustedAttributes;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.notification.MailQueue;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolChecks;
import org.relais.keycloak.school.Schools;

/** What is not as it should be in a realm. A fixed number of statements: it reads schools, not their groups. */
final class ConfigurationWarnings {

    private static final int WAITING_LOOKED_AT = 1_000;
    private static final int NAMED = 5;

    private final RequestContext call;
    private final Profiles profiles;

    ConfigurationWarnings(RequestContext call) {
        this.call = call;
        this.profiles = Profiles.of(call.realm());
    }

    List<Problem> all() {
        if (profiles.all().isEmpty()) {
            return List.of(Problem.general("warning-no-profile"));
        }
        return Stream.of(
                        editableAttributes(),
                        unknownSuffixes(),
                        unmanaged(),
                        clients(),
                        schools(),
                        privilegedGroups(),
                        new OfficialClientChecks(call.session(), call.realm()).all().stream(),
                        conflicts(),
                        mails())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<Problem> editableAttributes() {
        return TrustedAttributes.of(call.session(), call.realm()).editableByPeople().stream()
                .map(attribute -> Problem.at(attribute, "warning-editable-attribute", attribute));
    }

    private Stream<Problem> unknownSuffixes() {
        return profiles.all().stream()
                .flatMap(profile -> Stream.of(profile.managedBy(), profile.together(), profile.regularisedBy())
                        .flatMap(List::stream)
                        .filter(suffix -> profiles.withSuffix(suffix).isEmpty())
                        .distinct()
                        .map(suffix ->
                                Problem.at(profile.suffix(), "warning-unknown-suffix", profile.suffix(), suffix)));
    }

    private Stream<Problem> unmanaged() {
        return profiles.all().stream()
                .filter(profile -> profile.population().takesGrants()
                        && profile.managedBy().isEmpty())
                .map(profile -> Problem.at(profile.suffix(), "warning-no-manager", profile.suffix()));
    }

    private Stream<Problem> clients() {
        return profiles.all().stream()
                .flatMap(profile -> profile.clients().stream()
                        .filter(pattern -> !pattern.isPerSchool())
                        .flatMap(pattern -> clientOf(profile, pattern)));
    }

    /** The first schools concerned, and how many. */
    private Stream<Problem> schools() {
        SchoolChecks gaps = new SchoolChecks(new RealmContext(call.session(), call.realm(), call.clock()));
        List<String> headless = gaps.withoutHead();
        Stream<Problem> heads = headless.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.general("warning-no-head", headless.size(), first(headless)));
        Stream<Problem> applications = profiles.all().stream()
                .flatMap(profile -> profile.clients().stream())
                .filter(ClientPattern::isPerSchool)
                .distinct()
                .flatMap(pattern -> {
                    List<String> without = gaps.withoutClient(pattern);
                    return without.isEmpty()
                            ? Stream.empty()
                            : Stream.of(Problem.general(
                                    "warning-school-client", pattern.text(), without.size(), first(without)));
                });
        return Stream.concat(heads, applications);
    }

    private static String first(List<String> schools) {
        return schools.stream().limit(NAMED).collect(Collectors.joining(", ")) + (schools.size() > NAMED ? ", …" : "");
    }

    private Stream<Problem> clientOf(Profile profile, ClientPattern pattern) {
        ClientModel client = call.realm().getClientByClientId(pattern.text());
        if (client == null) {
            return Stream.of(Problem.at(profile.suffix(), "warning-unknown-client", profile.suffix(), pattern.text()));
        }
        boolean never = profile.population().takesGrants()
                && new OfficialOnlyClients(call.session(), call.realm()).contains(client);
        return never
                ? Stream.of(
                        Problem.at(profile.suffix(), "warning-official-client", profile.suffix(), client.getClientId()))
                : Stream.empty();
    }

    /** Among the grants that end next. */
    private Stream<Problem> conflicts() {
        Schools schools = call.schools();
        return new PendingGrants(call.context())
                .conflicts(WAITING_LOOKED_AT).stream().map(grant -> {
                    String group = schools.managedGroup(grant.groupId())
                            .map(ManagedGroup::name)
                            .orElse(grant.groupId());
                    return Problem.at(grant.id(), "warning-pending-conflict", grant.identifier(), group);
                });
    }

    private Stream<Problem> mails() {
        MailQueue queue = new Mails(call.session(), call.realm()).queue();
        Stream<Problem> noServer = queue.server() || call.academy().mails().isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.general("warning-no-mail-server"));
        Stream<Problem> failing = queue.error() == null
                ? Stream.empty()
                : Stream.of(Problem.general("warning-mails-waiting", queue.waiting(), queue.error()));
        Stream<Problem> givenUp = queue.givenUp() == 0
                ? Stream.empty()
                : Stream.of(Problem.general("warning-mails-given-up", queue.givenUp()));
        return Stream.of(noServer, failing, givenUp).flatMap(problems -> problems);
    }

    private Stream<Problem> privilegedGroups() {
        return new Privileges(call.session())
                .carriedUnderTheSchoolsRoot(call.realm())
                .map(GroupModel::getName)
                .map(name -> Problem.at(name, "warning-privileged-group", name));
    }
}
