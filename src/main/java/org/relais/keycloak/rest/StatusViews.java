package org.relais.keycloak.rest;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.common.Version;
import org.relais.keycloak.directory.index.IndexReconciliation;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.grant.OfficialRights;
import org.relais.keycloak.notification.MailQueue;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;

/** Shows how Relais stands in a realm. */
final class StatusViews {

    private final Call call;

    StatusViews(Call call) {
        this.call = call;
    }

    StatusView show() {
        Profiles profiles = Profiles.of(call.realm());
        Wording wording = new Wording(call.session());
        return new StatusView(
                Optional.ofNullable(StatusViews.class.getPackage().getImplementationVersion())
                        .orElse("unknown"),
                Version.VERSION,
                !profiles.all().isEmpty(),
                call.authority().managesRealm(),
                call.authority().configuresRealm(),
                call.academy().schoolsRoot(),
                call.academy().timeZone().getId(),
                GateView.of(call),
                record(),
                directory(call),
                profiles.all().stream().map(this::show).toList(),
                mails(),
                new Warnings(call).all().stream().map(wording::errorOf).toList());
    }

    private StatusView.RecordView record() {
        boolean followed = new OfficialRights(call.session(), call.realm()).areFollowed();
        return new OfficialRecordReconciliation(call.session(), call.realm(), call.clock())
                .progress()
                .map(it -> new StatusView.RecordView(
                        followed,
                        it.startedAt().toString(),
                        it.endedAt() == null ? null : it.endedAt().toString(),
                        it.examined()))
                .orElseGet(() -> new StatusView.RecordView(followed, null, null, 0));
    }

    private StatusView.MailsView mails() {
        MailQueue queue = new Mails(call.session(), call.realm()).queue();
        return new StatusView.MailsView(
                queue.server(),
                queue.waiting(),
                queue.since() == null ? null : queue.since().toString(),
                queue.error(),
                queue.givenUp());
    }

    static StatusView.DirectoryView directory(Call call) {
        return new IndexReconciliation(call.session(), call.realm(), call.clock())
                .progress()
                .map(it -> new StatusView.DirectoryView(
                        it.startedAt().toString(),
                        it.endedAt() == null ? null : it.endedAt().toString(),
                        it.compared(),
                        it.written(),
                        it.equalAt() == null
                                ? null
                                : Duration.between(it.equalAt(), call.clock().instant())
                                        .toSeconds()))
                .orElseGet(() -> new StatusView.DirectoryView(null, null, 0, 0, null));
    }

    private StatusView.ProfileView show(Profile profile) {
        return new StatusView.ProfileView(
                profile.suffix(),
                profile.label(call.locale()),
                profile.population().name(),
                profile.managedBy(),
                profile.clients().stream().map(ClientPattern::text).toList());
    }
}
