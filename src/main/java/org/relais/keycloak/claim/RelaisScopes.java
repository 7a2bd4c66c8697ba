package org.relais.keycloak.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.relais.keycloak.platform.RealmContext;

/**
 * The client scopes that bundle the claims of Relais: {@value #OIDC}, and {@value #SAML} for SAML clients. No client
 * has them at first: an administrator adds them to the applications that need the claims.
 */
public final class RelaisScopes {

    static final String OIDC = "relais";
    static final String SAML = "relais-saml";

    private static final Map<String, String> CLAIMS = Map.of(
            GroupClaimSettings.FORMAT, GroupFormat.NAME.id(),
            GroupClaimSettings.SCHOOLS_CLAIM, "schools",
            GroupClaimSettings.ENDS_ON_CLAIM, "access_ends_on");

    private final KeycloakSession session;
    private final RealmModel realm;

    public RelaisScopes(RealmContext context) {
        this.session = context.session();
        this.realm = context.realm();
    }

    public List<String> names() {
        return List.of(OIDC, SAML);
    }

    /** Creates the scopes that are missing; an existing one stays as it is, whatever it holds. */
    public void create() {
        if (!isThere(OIDC)) {
            ClientScopeModel scope = scope(OIDC, OIDCLoginProtocol.LOGIN_PROTOCOL);
            scope.addProtocolMapper(oidcMapper());
        }
        if (!isThere(SAML)) {
            ClientScopeModel scope = scope(SAML, SamlProtocol.LOGIN_PROTOCOL);
            scope.addProtocolMapper(samlMapper());
        }
    }

    private boolean isThere(String name) {
        return KeycloakModelUtils.getClientScopeByName(realm, name) != null;
    }

    private ClientScopeModel scope(String name, String protocol) {
        ClientScopeModel scope = session.clientScopes().addClientScope(realm, name);
        scope.setProtocol(protocol);
        scope.setDescription("The schools, the groups and the last day that open this client to the person (Relais)");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(false);
        return scope;
    }

    private static ProtocolMapperModel oidcMapper() {
        Map<String, String> config = new HashMap<>(CLAIMS);
        config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, "groups");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true");
        config.put(RelaisGroupsMapper.WITHIN_GRANT, "true");
        return mapper(OIDCLoginProtocol.LOGIN_PROTOCOL, RelaisGroupsMapper.PROVIDER_ID, config);
    }

    private static ProtocolMapperModel samlMapper() {
        Map<String, String> config = new HashMap<>(CLAIMS);
        config.put(AttributeStatementHelper.SAML_ATTRIBUTE_NAME, "groups");
        config.put(AttributeStatementHelper.SAML_ATTRIBUTE_NAMEFORMAT, AttributeStatementHelper.BASIC);
        return mapper(SamlProtocol.LOGIN_PROTOCOL, RelaisGroupsSamlMapper.PROVIDER_ID, config);
    }

    private static ProtocolMapperModel mapper(String protocol, String provider, Map<String, String> config) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName("relais groups");
        mapper.setProtocol(protocol);
        mapper.setProtocolMapper(provider);
        mapper.setConfig(config);
        return mapper;
    }
}
