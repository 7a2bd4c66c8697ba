package org.relais.keycloak.rest.representation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.SchoolUsage;
import org.relais.keycloak.school.component.ProfileDraft;

/** Shows profiles with their use, and the effect of changing one. */
public record ProfileMapper(RequestContext call) {

    public List<ProfileRepresentation> all() {
        SchoolUsage usage = call.schools().usage();
        Map<String, String> ids = ProfileDraft.componentIds(call.realm());
        return call.schools().profiles().all().stream()
                .map(profile -> new ProfileRepresentation(
                        ids.get(profile.suffix().toUpperCase(Locale.ROOT)),
                        profile.suffix(),
                        profile.labelFr(),
                        profile.labelEn(),
                        profile.population().name(),
                        profile.managedBy(),
                        profile.together(),
                        applications(profile.clients()),
                        usage.groupsOf(profile),
                        lacking(usage, profile)))
                .toList();
    }

    public ProfilePreview preview(ProfileDraft draft) {
        SchoolUsage usage = call.schools().usage();
        Profile known = draft.before().orElse(draft.after());
        return new ProfilePreview(
                usage.groupsOf(known),
                draft.leavesItsGroups(),
                lacking(usage, draft.after()),
                new Ledger(call.context()).countRunning(known),
                applications(draft.opened()),
                applications(draft.closed()),
                applications(draft.guarded()));
    }

    private static long lacking(SchoolUsage usage, Profile profile) {
        return Math.max(0, usage.openSchools() - usage.groupsOf(profile));
    }

    private List<ProfileRepresentation.Application> applications(List<ClientPattern> patterns) {
        return patterns.stream()
                .map(pattern -> new ProfileRepresentation.Application(
                        pattern.text(),
                        pattern.isPerSchool(),
                        pattern.isPerSchool() ? null : call.realm().getClientByClientId(pattern.text()) != null))
                .toList();
    }
}
