package org.relais.keycloak.rest;

import java.util.Optional;
import org.keycloak.common.Version;
import org.relais.keycloak.claim.GateSetup;
import org.relais.keycloak.notice.MailQueue;
import org.relais.keycloak.notice.Mails;
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
        Profiles profiles = Profiles.of(call.session(), call.realm());
        Wording wording = new Wording(call.session());
        return new StatusView(
                Optional.ofNullable(StatusViews.class.getPackage().getImplementationVersion())
                        .orElse("unknown"),
                Version.VERSION,
                !profiles.all().isEmpty(),
                call.academy().schoolsRoot(),
                call.academy().timeZone().getId(),
                new GateView(
                        new GateSetup(call.session(), call.realm()).isInstalled(),
                        call.academy().gateObserves()),
                profiles.all().stream().map(this::show).toList(),
                mails(),
                new Warnings(call).all().stream().map(wording::errorOf).toList());
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

    private StatusView.ProfileView show(Profile profile) {
        return new StatusView.ProfileView(
                profile.suffix(),
                profile.label(call.locale()),
                profile.population().name(),
                profile.managedBy(),
                profile.clients().stream().map(ClientPattern::text).toList());
    }
}
