package org.relais.keycloak.directory;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;
import org.relais.keycloak.school.Academy;

/**
 * Whether the attributes that hold a person's functions and schools can be believed. An attribute which people may edit
 * themselves proves nothing: whatever reads it must do as if it were empty.
 */
public final class TrustedRecord {

    private final Academy academy;
    private final UPConfig userProfile;

    public TrustedRecord(KeycloakSession session, RealmModel realm) {
        this.academy = Academy.of(realm);
        this.userProfile = session.getProvider(UserProfileProvider.class).getConfiguration();
    }

    /** The configured attributes that people may edit themselves; there should be none. */
    public List<String> editableByPeople() {
        return Stream.of(academy.functionsAttribute(), academy.schoolsAttribute())
                .distinct()
                .filter(this::isEditableByPeople)
                .toList();
    }

    /** The configured attributes that can be believed. */
    public List<String> trusted() {
        return Stream.of(academy.functionsAttribute(), academy.schoolsAttribute())
                .distinct()
                .filter(attribute -> !isEditableByPeople(attribute))
                .toList();
    }

    private boolean isEditableByPeople(String name) {
        UPAttribute attribute = userProfile.getAttribute(name);
        if (attribute == null) {
            return userProfile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
        }
        return attribute.getPermissions() != null
                && attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
    }
}
