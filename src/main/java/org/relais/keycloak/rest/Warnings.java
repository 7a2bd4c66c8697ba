package org.relais.keycloak.rest;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.relais.keycloak.Problem;
import org.relais.keycloak.claim.OfficialLeaks;
import org.relais.keycloak.directory.TrustedRecord;
import org.relais.keycloak.notice.MailQueue;
import org.relais.keycloak.notice.Mails;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;

/** What is not as it should be in a realm. A fixed number of statements: it does not go through the schools. */
final class Warnings {

    private final Call call;
    private final Profiles profiles;

    Warnings(Call call) {
        this.call = call;
        this.profiles = Profiles.of(call.session(), call.realm());
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
                        privilegedGroups(),
                        new OfficialLeaks(call.session(), call.realm()).all().stream(),
                        mails())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<Problem> editableAttributes() {
        return new TrustedRecord(call.session(), call.realm())
                .editableByPeople().stream()
                        .map(attribute -> Problem.at(attribute, "warning-editable-attribute", attribute));
    }

    private Stream<Problem> unknownSuffixes() {
        return profiles.all().stream()
                .flatMap(profile -> Stream.concat(profile.managedBy().stream(), profile.together().stream())
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
