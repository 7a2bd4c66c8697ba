package org.relais.keycloak.delivery.target;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an application differs from what it should hold.
 *
 * @param missing   ids of users who are not everywhere they should be
 * @param surplus   ids of users who are where they should not be, each with the keys of those places
 * @param strangers who is in a place of ours and is no user we know
 */
public record Drift(Set<String> missing, Map<String, Set<String>> surplus, List<UnknownMember> unknownMembers) {}
