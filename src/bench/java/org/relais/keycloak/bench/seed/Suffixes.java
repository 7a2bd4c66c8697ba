package org.relais.keycloak.bench.seed;

import java.util.List;
import java.util.stream.Stream;

/** The thirty profiles: those of the demo realm, and more of the same kind. */
public final class Suffixes {

    static final List<String> OF_DEMO = List.of("DIR", "eleves-invites", "AES", "ASH", "AED", "DOC", "ENS", "invites");
    public static final List<String> MORE = List.of(
            "AVS", "EDU", "SUR", "CPE", "INF", "PSY", "ASS", "LAB", "ULIS", "UPE2A", "SEGPA", "CDI", "CVL", "FSE",
            "STG", "ERUN", "RUPN", "MDL", "AP", "DNB", "EPI", "FLE");
    public static final List<String> ALL =
            Stream.concat(OF_DEMO.stream(), MORE.stream()).toList();

    private Suffixes() {}
}
