package org.relais.keycloak.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a file and what is to be said of it. */
@Schema(name = "FileLine")
public record LineView(
        @Schema(description = "Its number in the file; 0 for what is in no file")
        int line,

        String subject,
        ErrorView error) {}
