package org.relais.keycloak.delivery.target;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an application differs from what it should hold.
 *
 * @param missing        ids of users who are not in every group they should be in
 * @param surplus        ids of users who are in groups they should not be in, each with the keys of those groups
 * @param unknownMembers members of our groups whom nobody knows
 */
public record Drift(Set<String> missing, Map<String, Set<String>> surplus, List<UnknownMember> unknownMembers) {}
