package org.relais.keycloak.grant;

import java.time.LocalDate;
import org.relais.keycloak.school.ManagedGroup;

/**
 * An access that a line of a list asks for.
 *
 * @param identifier of an account, or of somebody who has none yet
 * @param lastDay    null for what the profile suggests
 */
record GrantRequest(ManagedGroup group, String identifier, LocalDate lastDay, String reason) {}
