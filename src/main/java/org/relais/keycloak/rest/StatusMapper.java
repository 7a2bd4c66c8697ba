package org.relais.keycloak.rest;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.common.Version;
import org.relais.keycloak.directory.index.IndexReconciliation;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.grant.OfficialRights;
import org.relais.keycloak.notification.MailQueue;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GateRepresentation;
import org.relais.keycloak.rest.representation.StatusRepresentation;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;

/** Shows administrators the state of Relais in a realm. */
record StatusMapper(RequestContext call) {

    StatusRepresentation show() {
        Profiles profiles = Profiles.of(call.realm());
        return new StatusRepresentation(
                Optional.ofNullable(StatusMapper.class.getPackage().getImplementationVersion())
                        .orElse("unknown"),
                Version.VERSION,
                !profiles.all().isEmpty(),
                call.authority().managesRealm(),
                call.authority().configuresRealm(),
                call.academy().schoolsRoot(),
                call.academy().timeZone().getId(),
                GateRepresentation.of(call),
                record(),
                directory(call),
                profiles.all().stream().map(this::show).toList(),
                mails(),
                ConfigurationWarnings.of(call.context()).stream()
                        .map(call.messages()::errorOf)
                        .toList());
    }

    private StatusRepresentation.RecordView record() {
        boolean followed = new OfficialRights(call.context()).areFollowed();
        return new OfficialRecordReconciliation(call.context())
                .progress()
                .map(it -> new StatusRepresentation.RecordView(
                        followed,
                        it.startedAt().toString(),
                        it.endedAt() == null ? null : it.endedAt().toString(),
                        it.examined()))
                .orElseGet(() -> new StatusRepresentation.RecordView(followed, null, null, 0));
    }

    private StatusRepresentation.MailsView mails() {
        MailQueue queue = new Mails(call.context()).queue();
        return new StatusRepresentation.MailsView(
                queue.server(),
                queue.waiting(),
                queue.since() == null ? null : queue.since().toString(),
                queue.error(),
                queue.givenUp());
    }

    static StatusRepresentation.DirectoryView directory(RequestContext call) {
        return new IndexReconciliation(call.context())
                .progress()
                .map(it -> new StatusRepresentation.DirectoryView(
                        it.startedAt().toString(),
                        it.endedAt() == null ? null : it.endedAt().toString(),
                        it.compared(),
                        it.written(),
                        it.equalAt() == null
                                ? null
                                : Duration.between(it.equalAt(), call.clock().instant())
                                        .toSeconds()))
                .orElseGet(() -> new StatusRepresentation.DirectoryView(null, null, 0, 0, null));
    }

    private StatusRepresentation.ProfileView show(Profile profile) {
        return new StatusRepresentation.ProfileView(
                profile.suffix(),
                profile.label(call.locale()),
                profile.population().name(),
                profile.managedBy(),
                profile.clients().stream().map(ClientPattern::text).toList());
    }
}
