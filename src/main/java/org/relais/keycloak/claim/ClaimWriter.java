package org.relais.keycloak.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.IDToken;

/** Adds the claims of one mapper to a token. Requests share the stored mapper, so it works with copies. */
record ClaimWriter(IDToken token, ProtocolMapperModel mapper) {

    /** Adds the claim that the mapper is named after. */
    void add(Object value) {
        OIDCAttributeMapperHelper.mapClaim(token, copy(null, value instanceof List), value);
    }

    /** Adds a further claim under the name that a setting of the mapper has for it, if it has one. */
    void add(String setting, Object value) {
        String name = mapper.getConfig().get(setting);
        if (name != null && !name.isBlank()) {
            OIDCAttributeMapperHelper.mapClaim(token, copy(name, value instanceof List), value);
        }
    }

    /**
     * The mapper for one claim.
     *
     * @param name null for the mapper's own
     * @param list whether the claim is a list, even of one
     */
    private ProtocolMapperModel copy(String name, boolean list) {
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
}
