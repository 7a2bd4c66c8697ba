package org.relais.keycloak.school;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** The profiles of a realm. */
public final class Profiles {

    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = all;
    }

    public static Profiles of(RealmModel realm) {
        return RealmCache.of(realm, Profiles.class, components(realm), Profiles::read);
    }

    /** Whether a realm has any: without them there is nothing to look after in it. */
    public static boolean areUsedIn(RealmModel realm) {
        return !of(realm).all().isEmpty();
    }

    /** Reads them anew: the request at hand may be changing them. */
    public static Profiles anew(RealmModel realm) {
        return read(components(realm));
    }

    private static List<ComponentModel> components(RealmModel realm) {
        return SchoolComponent.of(realm, ProfileSettings.PROVIDER_ID);
    }

    private static Profiles read(List<ComponentModel> components) {
        return new Profiles(components.stream()
                .map(ProfileSettings::read)
                .sorted((one, other) -> one.suffix().compareToIgnoreCase(other.suffix()))
                .toList());
    }

    public List<Profile> all() {
        return all;
    }

    public Optional<Profile> withSuffix(String suffix) {
        return all.stream().filter(profile -> profile.hasSuffix(suffix)).findFirst();
    }

    /**
     * The profile of a group of a school: the one that its name ends with, which the group's attribute may not contradict; for any
     * other name, the one that the attribute says. Whoever may edit the attribute could otherwise make a group of guests the heads.
     *
     * @param said the values of the attribute {@link Schools#PROFILE}
     */
    Optional<Profile> of(String name, String uai, Collection<String> said) {
        Optional<Profile> named = Profile.suffixInName(name, uai).flatMap(this::withSuffix);
        if (said.isEmpty()) {
            return named;
        }
        String first = said.iterator().next();
        boolean agreed = said.stream().allMatch(first::equalsIgnoreCase)
                && named.map(profile -> profile.hasSuffix(first)).orElse(true);
        return agreed ? withSuffix(first) : Optional.empty();
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
}
