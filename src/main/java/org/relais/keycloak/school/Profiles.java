package org.relais.keycloak.school;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The profiles of a realm, read once per session. */
public final class Profiles {

    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = all;
    }

    public static Profiles of(KeycloakSession session, RealmModel realm) {
        Profiles known = session.getAttribute(key(realm), Profiles.class);
        if (known != null) {
            return known;
        }
        Profiles read = new Profiles(realm.getComponentsStream(realm.getId(), SchoolComponent.class.getName())
                .filter(component -> ProfileSettings.PROVIDER_ID.equals(component.getProviderId()))
                .map(ProfileSettings::read)
                .sorted((one, other) -> one.suffix().compareToIgnoreCase(other.suffix()))
                .toList());
        session.setAttribute(key(realm), read);
        return read;
    }

    static void forget(KeycloakSession session, RealmModel realm) {
        session.removeAttribute(key(realm));
    }

    public List<Profile> all() {
        return all;
    }

    public Optional<Profile> withSuffix(String suffix) {
        return all.stream().filter(profile -> profile.hasSuffix(suffix)).findFirst();
    }

    /** Whether a client is one of the applications some profile opens, for some school. */
    public boolean someOpens(String clientId) {
        return all.stream().flatMap(profile -> profile.clients().stream()).anyMatch(it -> it.couldMean(clientId));
    }

    /** The UAI in the id of a client that is one school's application. */
    public Optional<String> uaiOf(String clientId) {
        return all.stream()
                .flatMap(profile -> profile.clients().stream())
                .flatMap(pattern -> pattern.uaiIn(clientId).stream())
                .findFirst();
    }

    private static String key(RealmModel realm) {
        return Profiles.class.getName() + realm.getId();
    }
}
