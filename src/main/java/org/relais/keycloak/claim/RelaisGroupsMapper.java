package org.relais.keycloak.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.school.Academy;

/** The mapper {@code relais-groups}: writes the managed groups that open the token's own client to the person, no others. */
public final class RelaisGroupsMapper extends AbstractOIDCProtocolMapper
        implements GroupClaimMapper,
                OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper {

    static final String PROVIDER_ID = "relais-groups";
    static final String WITHIN_GRANT = "withinGrant";

    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    /**
     * Where the mapper is set to, ends the token with the access. Keycloak takes the lifetime that it answers, and that of the
     * ID token, from the token returned here.
     */
    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        AccessToken limited = super.transformAccessToken(token, mapper, session, userSession, clientSession);
        if (Boolean.parseBoolean(mapper.getConfig().get(WITHIN_GRANT))) {
            GroupClaim.endsAt(opening(session, userSession, clientSession))
                    .map(Instant::getEpochSecond)
                    .filter(end -> limited.getExp() == null || limited.getExp() == 0 || end < limited.getExp())
                    .ifPresent(limited::exp);
        }
        return limited;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        Academy academy = Academy.of(userSession.getRealm());
        List<EffectiveGroup> groups = opening(session, userSession, clientSession);
        Object written = GroupClaim.of(mapper.getConfig()).write(groups, academy);
        ClaimWriter claims = new ClaimWriter(token, mapper);
        claims.add(written);
        claims.add(GroupClaimSettings.SCHOOLS_CLAIM, GroupClaim.schools(groups));
        GroupClaim.endsOn(groups, academy).ifPresent(day -> claims.add(GroupClaimSettings.ENDS_ON_CLAIM, day));
    }

    private List<EffectiveGroup> opening(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext clientSession) {
        return GroupClaimMapper.opening(
                session, userSession, clientSession.getClientSession().getClient());
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addTokenClaimNameConfig(properties);
        properties.addAll(GroupClaimSettings.properties());
        properties.add(GroupClaimSettings.property(WITHIN_GRANT, ProviderConfigProperty.BOOLEAN_TYPE));
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, RelaisGroupsMapper.class);
        return properties;
    }
}
