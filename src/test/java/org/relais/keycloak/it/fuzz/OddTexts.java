package org.relais.keycloak.it.fuzz;

import java.util.List;
import org.relais.keycloak.it.support.server.Days;

/** Texts that nobody sends who means well. */
final class OddTexts {

    static final List<String> ANY = List.of(
            "",
            " ",
            "\u0000",
            "a\nb",
            "\r\nX-Relais: y",
            "\u202Eabc",
            "a\u200Bb",
            "\u2066x\u2069",
            "\uFEFF",
            "\uD800",
            "a\uDC00b",
            "\uD83D\uDE00",
            "e\u0301",
            "\uFFFF",
            "x".repeat(256),
            "x".repeat(2_000),
            "9".repeat(400),
            "null",
            "undefined",
            "[]",
            "{}",
            "../..",
            "%",
            "_",
            "*",
            "'; drop table relais_grant; --",
            "' or '1'='1",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{0}",
            "f:",
            "f:x",
            "f::x",
            "f:00000000-0000-0000-0000-000000000000:x",
            "00000000-0000-0000-0000-000000000000",
            "=1+1",
            "x,=1+1",
            "-1",
            "0",
            "1",
            "201",
            "2147483648",
            "1e999",
            "NaN",
            "true",
            "TRUE",
            "mine",
            "all");

    static final List<String> DAYS = List.of(
            Days.today().toString(),
            Days.in(1).toString(),
            Days.in(5).toString(),
            Days.in(20).toString(),
            Days.in(-1).toString(),
            Days.in(366).toString(),
            Days.in(400).toString(),
            "2026-02-30",
            "0000-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-1-1",
            "2026-12-31T00:00:00Z",
            "31/12/2026",
            "");

    /** Words of which some mean something somewhere. */
    static final List<String> WORDS = List.of(
            "true",
            "false",
            "OFFICIAL",
            "GRANTED",
            "PENDING",
            "ACTIVE",
            "ENDED",
            "pending",
            "official",
            "USER",
            "GROUP",
            "USER,GROUP",
            "GRANT",
            "GIVEN",
            "REMOVED",
            "aesh",
            "eleves",
            "parents",
            "1",
            "0",
            "2",
            "50",
            "100",
            "101",
            "1000000",
            "-1");

    static final List<String> CONTENT_TYPES = List.of(
            "application/json; charset=utf-16",
            "application/json;charset=\"utf-8\"",
            "text/plain",
            "text/csv; charset=windows-1252",
            "text/csv; charset=klingon",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/octet-stream",
            "*/*",
            "application/*");

    /** Keycloak answers 500 to them on every address. */
    static final List<String> MALFORMED_CONTENT_TYPES = List.of("json", "application/", ";;", "a/b/c;=");

    static final List<String> ACCEPTS = List.of(
            "*/*", "application/json", "text/csv", "text/html", "application/xml;q=0.1", "application/json;q=x");

    static final List<String> TAGS = List.of("*", "\"x\"", "W/\"x\", \"y\"", "x", ",", "\"" + "x".repeat(2_000) + "\"");

    private OddTexts() {}
}
