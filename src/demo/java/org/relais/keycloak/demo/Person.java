package org.relais.keycloak.demo;

import java.util.List;

/** Somebody of the demo realm to sign in as. */
record Person(String username, String role) {

    static final String PASSWORD = "demo";

    static final List<Person> PEOPLE = List.of(
            new Person("nolwenn.legoff", "chef d'établissement 0359001U, 0359002V: gives and ends early access"),
            new Person("yann.riou", "chef d'établissement 0299001B: must not see the others' groups"),
            new Person("helene.gueguen", "AESH, not yet in the official record"),
            new Person("mael.kerbrat", "AESH"),
            new Person("anais.lebihan", "AESH"),
            new Person("paul.martin", "teacher"),
            new Person("admin.academie", "administrator of the realm"));
}
