package org.relais.keycloak.claim;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;

/** What the mappers of both protocols share: how the Admin Console shows them, and which settings they refuse. */
interface GroupClaimMapper extends ProtocolMapper {

    @Override
    default String getDisplayType() {
        return "Relais groups";
    }

    @Override
    default String getHelpText() {
        return GroupClaimSettings.HELP;
    }

    @Override
    default void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        GroupClaimSettings.check(mapper.getConfig());
    }
}
