package org.relais.keycloak.delivery.target;

import java.util.Map;

/**
 * A group and who should be in it.
 *
 * @param people ids of users, each with the id by which the application knows the person; that is null where not known
 */
public record ExpectedMembers(RemoteGroup remoteGroup, Map<String, String> people) {}
