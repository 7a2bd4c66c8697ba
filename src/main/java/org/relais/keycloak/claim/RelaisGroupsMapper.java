package org.relais.keycloak.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.school.Academy;

/** The mapper {@code relais-groups}: the managed groups that open the token's own client to the person, and no others. */
public final class RelaisGroupsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    static final String PROVIDER_ID = "relais-groups";
    static final String WITHIN_GRANT = "withinGrant";

    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    private final Clock clock = new ServerClock();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Relais groups";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "The groups of the schools that open this client to the person now, official or by a dated access";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        GroupClaim.check(mapper.getConfig());
    }

    /**
     * Where it is asked for, the token does not outlive the access. Keycloak takes the lifetime it answers, and that of the ID
     * token, from what stands here afterwards.
     */
    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        AccessToken told = super.transformAccessToken(token, mapper, session, userSession, clientSession);
        if (Boolean.parseBoolean(mapper.getConfig().get(WITHIN_GRANT))) {
            GroupClaim.endsAt(opening(session, userSession, clientSession))
                    .map(Instant::getEpochSecond)
                    .filter(end -> told.getExp() == null || told.getExp() == 0 || end < told.getExp())
                    .ifPresent(told::exp);
        }
        return told;
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
        OIDCAttributeMapperHelper.mapClaim(token, copy(mapper, null, written instanceof List), written);
        tell(token, mapper, GroupClaim.SCHOOLS_CLAIM, GroupClaim.schools(groups));
        GroupClaim.endsOn(groups, academy).ifPresent(day -> tell(token, mapper, GroupClaim.ENDS_ON_CLAIM, day));
    }

    private List<EffectiveGroup> opening(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext clientSession) {
        return new EffectiveAccess(new RealmContext(session, userSession.getRealm(), clock))
                .opening(clientSession.getClientSession().getClient(), userSession.getUser());
    }

    /** Tells something more under the name the mapper has for it, if it has one. */
    private static void tell(IDToken token, ProtocolMapperModel mapper, String setting, Object value) {
        String name = mapper.getConfig().get(setting);
        if (name != null && !name.isBlank()) {
            OIDCAttributeMapperHelper.mapClaim(token, copy(mapper, name, value instanceof List), value);
        }
    }

    /**
     * The mapper for one claim: the stored one is shared between requests and left as it is.
     *
     * @param name null for the mapper's own
     * @param list whether the claim is a list, even of one
     */
    private static ProtocolMapperModel copy(ProtocolMapperModel mapper, String name, boolean list) {
        Map<String, String> config = new HashMap<>(mapper.getConfig());
        config.put(ProtocolMapperUtils.MULTIVALUED, String.valueOf(list));
        if (name != null) {
            config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, name);
        }
        ProtocolMapperModel copy = new ProtocolMapperModel();
        copy.setId(mapper.getId());
        copy.setName(mapper.getName());
        copy.setProtocol(mapper.getProtocol());
        copy.setProtocolMapper(mapper.getProtocolMapper());
        copy.setConfig(config);
        return copy;
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addTokenClaimNameConfig(properties);
        properties.addAll(GroupClaim.properties());
        properties.add(GroupClaim.property(WITHIN_GRANT, ProviderConfigProperty.BOOLEAN_TYPE));
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, RelaisGroupsMapper.class);
        return properties;
    }
}
