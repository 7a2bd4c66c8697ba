package org.relais.keycloak.demo;

import static org.relais.keycloak.demo.DemoFunction.AES;
import static org.relais.keycloak.demo.DemoFunction.DIR;
import static org.relais.keycloak.demo.DemoFunction.ENS;
import static org.relais.keycloak.demo.DemoSchool.BRUYERES;
import static org.relais.keycloak.demo.DemoSchool.ESTRAN;
import static org.relais.keycloak.demo.DemoSchool.PENN_AR_BED;

import java.util.List;

/** The people the guide and the demo speak of. */
final class Cast {

    static final List<DemoPerson> PEOPLE = List.of(
            DemoPerson.working(new Name("Nolwenn", "Le Goff"), DIR, BRUYERES, ESTRAN),
            DemoPerson.working(new Name("Yann", "Riou"), DIR, PENN_AR_BED),
            DemoPerson.working(new Name("Hélène", "Guéguen"), AES),
            DemoPerson.working(new Name("Maël", "Kerbrat"), AES),
            DemoPerson.working(new Name("Anaïs", "Le Bihan"), AES, PENN_AR_BED),
            DemoPerson.working(new Name("Paul", "Martin"), ENS, BRUYERES),
            DemoPerson.administrator(new Name("Admin", "Académie")));

    private Cast() {}
}
