package org.relais.keycloak.delivery.target;

import java.time.LocalDate;

/**
 * A group that opens an application to a person.
 *
 * @param group  its technical name, {@code 0359001U_AES}
 * @param endsOn last day of a grant; null for an official member
 */
public record Access(RemoteGroup remoteGroup, String group, String profile, LocalDate endsOn) {}
