package org.relais.keycloak.grant;

/** A place in the list of a group's members, which runs by last name, first name, identifier; all in lower case. */
public record MemberPosition(String lastName, String firstName, String username) {

    public static final MemberPosition FIRST = new MemberPosition("", "", "");
}
