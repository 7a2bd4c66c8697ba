package org.relais.keycloak.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.school.ClientPattern;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.ManagedGroup;

/** A target as a realm has configured it. */
public record RealmTarget(ComponentModel component, List<ClientPattern> clients) {

    public static List<RealmTarget> of(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), Target.class.getName())
                .map(RealmTarget::read)
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    public static Optional<RealmTarget> find(RealmModel realm, String id) {
        return Optional.ofNullable(realm.getComponent(id))
                .filter(component -> Target.class.getName().equals(component.getProviderType()))
                .map(RealmTarget::read);
    }

    private static RealmTarget read(ComponentModel component) {
        List<ClientPattern> clients = new ComponentConfig(component)
                .texts(TargetFactory.CLIENTS, List.of()).stream()
                        .map(ClientPattern::new)
                        .toList();
        return new RealmTarget(component, clients);
    }

    public String id() {
        return component.getId();
    }

    /** What people call it: {@code Moodle}. */
    public String name() {
        return component.getName();
    }

    /** How the log names it, at the beginning of a sentence. */
    public String subjectIn(RealmModel realm) {
        return "Target '" + name() + "' (realm " + realm.getName() + ")";
    }

    public String kind() {
        return component.getProviderId();
    }

    public boolean feeds(ManagedGroup group) {
        return !clientsOf(group).isEmpty();
    }

    public boolean feeds(String clientId, String uai) {
        return clients.stream().anyMatch(pattern -> pattern.matches(clientId, uai));
    }

    /** The applications a group opens that this target feeds. */
    Collection<String> clientsOf(ManagedGroup group) {
        String uai = group.school().uai();
        return group.clientIds().stream().filter(id -> feeds(id, uai)).toList();
    }

    /** Ready to call the application; secrets are read from the vault. Where they cannot be read, every call fails. */
    public Target connect(KeycloakSession session) {
        try {
            ComponentModel stored = stored(session);
            return factory(session, stored.getProviderId()).create(session, stored);
        } catch (TargetUnavailable unready) {
            return new MisconfiguredTarget(unready.error());
        }
    }

    /**
     * The component as the database has it. Keycloak's Admin API writes what a request sends into the cached one, which all
     * requests share, before it knows whether it may: for that moment a secret would go to an address that is then refused.
     */
    private ComponentModel stored(KeycloakSession session) {
        String realmId = session.getContext().getRealm().getId();
        return Optional.ofNullable(session.getProvider(RealmProvider.class).getRealm(realmId))
                .map(realm -> realm.getComponent(id()))
                .orElseThrow(() -> new TargetUnavailable(DeliveryError.SECRET));
    }

    private static TargetFactory factory(KeycloakSession session, String kind) {
        return (TargetFactory) session.getKeycloakSessionFactory().getProviderFactory(Target.class, kind);
    }
}
