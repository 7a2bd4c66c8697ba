package org.relais.keycloak.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.school.Academy;

/** Writes what {@link RelaisGroupsMapper} writes as attributes of a SAML assertion; an object becomes JSON. */
public final class RelaisGroupsSamlMapper extends AbstractSAMLProtocolMapper
        implements GroupClaimMapper, SAMLAttributeStatementMapper {

    static final String PROVIDER_ID = "relais-groups-saml";

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        Academy academy = Academy.of(userSession.getRealm());
        List<EffectiveGroup> groups = GroupClaimMapper.opening(session, userSession, clientSession.getClient());
        Map<String, String> config = mapper.getConfig();
        add(
                statement,
                mapper,
                config.get(AttributeStatementHelper.SAML_ATTRIBUTE_NAME),
                texts(GroupClaim.of(config).write(groups, academy)));
        add(statement, mapper, config.get(GroupClaimSettings.SCHOOLS_CLAIM), GroupClaim.schools(groups));
        add(
                statement,
                mapper,
                config.get(GroupClaimSettings.ENDS_ON_CLAIM),
                GroupClaim.endsOn(groups, academy).stream().toList());
    }

    /** Adds an attribute under a name of its own; none without a name or without a value. */
    private static void add(
            AttributeStatementType statement, ProtocolMapperModel mapper, String name, List<String> values) {
        if (name == null || name.isBlank() || values.isEmpty()) {
            return;
        }
        Map<String, String> config = new HashMap<>(mapper.getConfig());
        config.put(AttributeStatementHelper.SAML_ATTRIBUTE_NAME, name);
        ProtocolMapperModel named = new ProtocolMapperModel();
        named.setConfig(config);
        AttributeStatementHelper.addAttributes(statement, named, values);
    }

    private static List<String> texts(Object written) {
        if (written == null) {
            return List.of();
        }
        List<?> all = written instanceof List<?> list ? list : List.of(written);
        return all.stream().map(RelaisGroupsSamlMapper::text).toList();
    }

    private static String text(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        AttributeStatementHelper.setConfigProperties(properties);
        properties.addAll(GroupClaimSettings.properties());
        return properties;
    }
}
