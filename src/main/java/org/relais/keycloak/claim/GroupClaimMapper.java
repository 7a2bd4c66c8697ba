package org.relais.keycloak.claim;

import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.ServerClock;

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

    /** The groups that open the client now to the person whose session it is. */
    static List<EffectiveGroup> opening(KeycloakSession session, UserSessionModel userSession, ClientModel client) {
        return new EffectiveAccess(new RealmContext(session, userSession.getRealm(), new ServerClock()))
                .opening(client, userSession.getUser());
    }
}
