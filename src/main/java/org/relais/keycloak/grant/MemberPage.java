package org.relais.keycloak.grant;

import java.util.List;

/** Some members, and the place after which the next ones are; null if there are no more. */
public record MemberPage(List<Member> members, MemberPosition next) {}
