package org.relais.keycloak.grant;

import java.util.List;

/** Some members, and the position after which the next ones begin; null if there are no more. */
public record MemberPage(List<Member> members, MemberPosition next) {}
