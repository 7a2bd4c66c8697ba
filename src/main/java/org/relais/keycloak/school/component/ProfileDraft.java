package org.relais.keycloak.school.component;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.ProfileSettings;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolComponent;

/** A profile that somebody is about to save, beside the one it replaces. */
public final class ProfileDraft {

    private final RealmModel realm;
    private final Optional<Profile> before;
    private final Profile after;

    /**
     * @param componentId of the profile to be changed; null for a new one
     * @param name        of the component, which is the suffix where that is not set
     * @throws InvalidInput with the field, where it could not be saved
     */
    public ProfileDraft(RealmContext context, String componentId, String name, Map<String, List<String>> config) {
        this.realm = context.realm();
        this.before = Optional.ofNullable(componentId).map(id -> profile(realm, id));
        ComponentModel model = new ComponentModel();
        model.setId(componentId);
        model.setName(name);
        model.setProviderId(ProfileSettings.PROVIDER_ID);
        model.setConfig(new MultivaluedHashMap<>(config));
        try {
            new ProfileValidator(context.session(), realm).check(model);
        } catch (InvalidSetting invalid) {
            throw invalid.refusal();
        }
        this.after = ProfileSettings.read(model);
    }

    /** The components of the profiles of a realm, by suffix in upper case. */
    public static Map<String, String> componentIds(RealmModel realm) {
        Map<String, String> ids = new HashMap<>();
        SchoolComponent.of(realm, ProfileSettings.PROVIDER_ID)
                .forEach(component ->
                        ids.put(ProfileSettings.read(component).suffix().toUpperCase(Locale.ROOT), component.getId()));
        return ids;
    }

    public Optional<Profile> before() {
        return before;
    }

    public Profile after() {
        return after;
    }

    /** Whether its groups would no longer be of this profile: they carry the suffix. */
    public boolean leavesItsGroups() {
        return before.filter(was -> !was.hasSuffix(after.suffix())).isPresent();
    }

    /** Applications that its groups would open and do not open now. */
    public List<ClientPattern> opened() {
        return after.clients().stream()
                .filter(pattern ->
                        before.stream().noneMatch(was -> was.clients().contains(pattern)))
                .toList();
    }

    public List<ClientPattern> closed() {
        return before.stream()
                .flatMap(was -> was.clients().stream())
                .filter(pattern -> !after.clients().contains(pattern))
                .toList();
    }

    /** Applications that the gate would guard and does not guard now: it keeps everybody else out. */
    public List<ClientPattern> guarded() {
        Profiles now = Profiles.of(realm);
        return opened().stream()
                .filter(pattern ->
                        now.all().stream().noneMatch(other -> other.clients().contains(pattern)))
                .toList();
    }

    private static Profile profile(RealmModel realm, String componentId) {
        return Optional.ofNullable(realm.getComponent(componentId))
                .filter(component -> ProfileSettings.PROVIDER_ID.equals(component.getProviderId()))
                .map(ProfileSettings::read)
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_PROFILE));
    }
}
