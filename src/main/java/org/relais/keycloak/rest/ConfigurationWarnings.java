package org.relais.keycloak.rest;

import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.claim.OfficialClientChecks;
import org.relais.keycloak.directory.record.AttributeWarnings;
import org.relais.keycloak.gate.GateWarnings;
import org.relais.keycloak.grant.PendingGrantWarnings;
import org.relais.keycloak.notification.MailWarnings;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ProfileWarnings;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolWarnings;

/** Gathers what the rooms find odd in a realm. The number of statements does not grow with the realm. */
final class ConfigurationWarnings {

    private ConfigurationWarnings() {}

    static List<Problem> of(RealmContext context) {
        if (Profiles.of(context.realm()).all().isEmpty()) {
            return Stream.concat(Stream.of(ProfileWarnings.noProfile()), new GateWarnings(context).all().stream())
                    .toList();
        }
        return Stream.of(
                        new AttributeWarnings(context).all(),
                        new ProfileWarnings(context).all(),
                        new SchoolWarnings(context).all(),
                        new OfficialClientChecks(context).all(),
                        new GateWarnings(context).all(),
                        new PendingGrantWarnings(context).all(),
                        new MailWarnings(context).all())
                .flatMap(List::stream)
                .toList();
    }
}
