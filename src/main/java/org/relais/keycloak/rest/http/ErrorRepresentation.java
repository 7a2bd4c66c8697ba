package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error in Keycloak's own form, with a stable code beside it.
 *
 * @param errorMessage a sentence in the caller's language: what is wrong and what to do
 * @param field        the field of the request it concerns
 * @param params       what the sentence speaks of: values, limits
 * @param code         stable and machine-readable
 */
@Schema(name = "ErrorView")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorRepresentation(String errorMessage, String field, List<String> params, String code) {}
