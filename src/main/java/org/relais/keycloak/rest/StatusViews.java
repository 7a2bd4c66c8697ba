package org.relais.keycloak.rest;

import java.util.Optional;
import org.keycloak.common.Version;
import org.relais.keycloak.claim.GateSetup;
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
                new Warnings(call).all().stream().map(wording::errorOf).toList());
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
