package org.relais.keycloak.rest.csv;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.ErrorRepresentation;

/** A line of a file with what is wrong, or odd, with it. */
@Schema(name = "FileLine")
public record LineRepresentation(
        @Schema(description = "Its number in the file; 0 for what is in no file")
        int line,

        String subject,
        ErrorRepresentation error) {}
