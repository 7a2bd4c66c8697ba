package org.relais.keycloak.grant;

/** A position in the list of a group's members, which is sorted by last name, first name and username, all in lower case. */
public record MemberPosition(String lastName, String firstName, String username) {

    public static final MemberPosition FIRST = new MemberPosition("", "", "");
}
