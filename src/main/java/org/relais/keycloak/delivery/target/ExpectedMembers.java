package org.relais.keycloak.delivery.target;

import java.util.Map;

/**
 * A place and who should be there.
 *
 * @param people ids of users, each with the id by which the application knows the person; that is null where not known
 */
public record ExpectedMembers(RemoteGroup remoteGroup, Map<String, String> people) {}
