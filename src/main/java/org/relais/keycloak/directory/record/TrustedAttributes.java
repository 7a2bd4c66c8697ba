package org.relais.keycloak.directory.record;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.DirectorySettings;
import org.relais.keycloak.school.RealmCache;

/**
 * Which attributes can be trusted to say what a person's functions, schools and type are. An attribute that people may edit
 * themselves proves nothing: code that reads it must treat it as empty.
 *
 * @param configured       the attributes that a realm reads
 * @param editableByPeople those that people may edit themselves; there should be none
 * @param trusted          those that can be believed
 * @param editableNames    those of the first and the last name that people may edit themselves
 */
public record TrustedAttributes(
        List<String> configured, List<String> editableByPeople, List<String> trusted, List<String> editableNames) {

    public static TrustedAttributes of(KeycloakSession session, RealmModel realm) {
        List<String> configured = configured(realm);
        TrustedAttributes known = RealmCache.of(
                realm,
                TrustedAttributes.class,
                realm.getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                        .toList(),
                userProfile -> read(session, realm, configured));
        return known.configured.equals(configured) ? known : read(session, realm, configured);
    }

    private static TrustedAttributes read(KeycloakSession session, RealmModel realm, List<String> configured) {
        UPConfig userProfile = userProfileOf(session, realm);
        return new TrustedAttributes(
                configured,
                configured.stream()
                        .filter(attribute -> isEditableByPeople(userProfile, attribute))
                        .toList(),
                configured.stream()
                        .filter(attribute -> !isEditableByPeople(userProfile, attribute))
                        .toList(),
                Stream.of(UserModel.FIRST_NAME, UserModel.LAST_NAME)
                        .filter(name -> isEditableByPeople(userProfile, name))
                        .toList());
    }

    /** Keycloak reads the profile of the session's realm, which may be another one; the cached value must be this realm's. */
    private static UPConfig userProfileOf(KeycloakSession session, RealmModel realm) {
        UserProfileProvider userProfiles = session.getProvider(UserProfileProvider.class);
        RealmModel about = session.getContext().getRealm();
        if (realm.equals(about)) {
            return userProfiles.getConfiguration();
        }
        session.getContext().setRealm(realm);
        try {
            return userProfiles.getConfiguration();
        } finally {
            session.getContext().setRealm(about);
        }
    }

    private static List<String> configured(RealmModel realm) {
        Academy academy = Academy.of(realm);
        return Stream.concat(
                        Stream.of(academy.functionsAttribute(), academy.schoolsAttribute()),
                        DirectorySettings.of(realm).typeAttributes().stream())
                .distinct()
                .toList();
    }

    private static boolean isEditableByPeople(UPConfig userProfile, String name) {
        UPAttribute attribute = userProfile.getAttribute(name);
        if (attribute == null) {
            return userProfile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
        }
        return attribute.getPermissions() != null
                && attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
    }
}
