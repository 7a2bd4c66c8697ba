package org.relais.keycloak.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.relais.keycloak.delivery.target.BoundSecret;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Secret;
import org.relais.keycloak.delivery.target.TargetAddress;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/**
 * The secrets of one target. They only travel to the server they were given for: whoever may change a target but does not
 * know its secret must not read it at an address of their own. What is a secret, and which setting is the address, the
 * factory says.
 */
public final class TargetSecrets {

    private final TargetFactory factory;
    private final ComponentModel model;

    public TargetSecrets(TargetFactory factory, ComponentModel model) {
        this.factory = factory;
        this.model = model;
    }

    /** A secret as an administrator wrote it, possibly a reference to the vault; empty without one. */
    public String written(String property) {
        return only(property).map(BoundSecret::read).map(BoundSecret::secret).orElse("");
    }

    /**
     * A secret, ready to be sent.
     *
     * @throws TargetUnavailable if there is none, or it is for another server than the target's
     */
    String read(KeycloakSession session, String property) {
        BoundSecret secret = only(property)
                .map(BoundSecret::read)
                .filter(it -> server().map(it::isFor).orElse(false))
                .orElseThrow(() -> new TargetUnavailable(DeliveryError.SECRET));
        return Secret.of(session, secret.secret());
    }

    /** Refuses secrets that were given for another server, and binds those that came now to the target's. */
    void bind(RealmModel realm) {
        ComponentModel before = model.getId() == null ? null : realm.getComponent(model.getId());
        List<String> properties = secretProperties();
        properties.forEach(property -> require(property, before));
        properties.forEach(this::bind);
    }

    private void require(String property, ComponentModel before) {
        if (values(property).isEmpty()) {
            return;
        }
        String text = only(property)
                .filter(it -> !ComponentRepresentation.SECRET_VALUE.equals(it))
                .orElseThrow(() -> TargetSettingProblem.SECRET.refused(property));
        String server = server().orElseThrow(() -> TargetSettingProblem.URL.refused(address()));
        if (!BoundSecret.read(text).isFor(server) || isOfAnotherServer(property, text, server, before)) {
            throw TargetSettingProblem.SECRET_ADDRESS.refused(property, address());
        }
    }

    /** A secret that is bound to no server was for the one that the target had when it had the secret. */
    private boolean isOfAnotherServer(String property, String text, String server, ComponentModel before) {
        if (BoundSecret.read(text).isBound() || before == null) {
            return false;
        }
        boolean isUnchanged = before.getConfig().getOrDefault(property, List.of()).stream()
                .filter(Objects::nonNull)
                .anyMatch(value -> value.strip().equals(text));
        boolean isSameServer = factory.getId().equals(before.getProviderId())
                && new TargetSecrets(factory, before)
                        .server()
                        .filter(server::equals)
                        .isPresent();
        return isUnchanged && !isSameServer;
    }

    private void bind(String property) {
        only(property)
                .map(BoundSecret::read)
                .filter(secret -> !secret.isBound() && !secret.isInVault())
                .ifPresent(secret -> model.getConfig()
                        .putSingle(
                                property, secret.boundTo(server().orElseThrow()).stored()));
    }

    private List<String> secretProperties() {
        return factory.getConfigProperties().stream()
                .filter(ProviderConfigProperty::isSecret)
                .map(ProviderConfigProperty::getName)
                .toList();
    }

    private Optional<String> server() {
        return only(factory.addressProperty()).flatMap(TargetAddress::server);
    }

    private String address() {
        return String.join(", ", values(factory.addressProperty()));
    }

    /** Empty also where there are several: two requests at the same moment must not mix the address of one with the secret of another. */
    private Optional<String> only(String property) {
        List<String> values = values(property);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private List<String> values(String property) {
        return model.getConfig().getOrDefault(property, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .toList();
    }
}
