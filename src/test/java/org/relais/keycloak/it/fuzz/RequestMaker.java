package org.relais.keycloak.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.it.fuzz.ApiDocument.Operation;
import org.relais.keycloak.it.fuzz.ApiDocument.Parameter;
import org.relais.keycloak.it.support.protocol.Api;

/** Makes the request of a number: for one seed and the same ids always the same. */
final class RequestMaker {

    private static final List<String> OTHER_METHODS =
            List.of("PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "POST", "GET");

    /** How much more often than the others an operation is asked for that reads a body. */
    private static final int BODIES = 4;

    private final long seed;
    private final Pool pool;
    private final RandomBody bodies;
    private final List<Operation> forManagers;
    private final List<Operation> forAdministrators;
    private final Map<Boolean, String> ownRealms;

    /** @param ownRealms the names of the first realm, under false, and of the second */
    RequestMaker(long seed, ApiDocument document, Pool pool, Map<Boolean, String> ownRealms) {
        this.seed = seed;
        this.pool = pool;
        this.bodies = new RandomBody(document, pool);
        this.ownRealms = ownRealms;
        List<Operation> all = document.operations().stream()
                .flatMap(
                        operation -> Stream.generate(() -> operation).limit(operation.mediaType() == null ? 1 : BODIES))
                .toList();
        this.forManagers = all.stream().filter(it -> !it.isForAdministrators()).toList();
        this.forAdministrators =
                all.stream().filter(Operation::isForAdministrators).toList();
    }

    FuzzRequest make(int number) {
        Dice dice = new Dice(seed, number);
        FuzzRole role = dice.oneOf(FuzzRole.ALL);
        boolean atAdministrators = role.asksAsAdministrator() != dice.percent(10);
        Operation operation = dice.oneOf(atAdministrators ? forAdministrators : forManagers);
        return new FuzzRequest(
                number,
                role,
                operation,
                dice.percent(3) ? dice.oneOf(OTHER_METHODS) : operation.method(),
                path(operation, role, dice) + query(operation, dice),
                headers(operation, dice),
                body(operation, dice));
    }

    private String path(Operation operation, FuzzRole role, Dice dice) {
        String path = operation.path();
        for (Parameter parameter : of("path", operation)) {
            boolean ownRealm = parameter.name().equals("realm") && dice.percent(92);
            String value = ownRealm ? ownRealms.get(role.isOfSecondRealm()) : pool.value(parameter.name(), dice);
            path = path.replace("{" + parameter.name() + "}", encode(value));
        }
        return path;
    }

    private String query(Operation operation, Dice dice) {
        StringBuilder query = new StringBuilder();
        int present = dice.oneOf(List.of(0, 30, 100));
        for (Parameter parameter : of("query", operation)) {
            for (int times = dice.percent(present) ? 1 : 0; times > 0; times = dice.percent(4) ? 1 : 0) {
                query.append('&')
                        .append(parameter.name())
                        .append('=')
                        .append(encode(pool.value(parameter.name(), dice)));
            }
        }
        if (dice.percent(2)) {
            query.append('&').append(encode(dice.oneOf(OddTexts.ANY))).append("=x");
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private Map<String, String> headers(Operation operation, Dice dice) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Parameter parameter : of("header", operation)) {
            if (dice.percent(30)) {
                headers.put(parameter.name(), printable(pool.value(parameter.name(), dice)));
            }
        }
        if (operation.mediaType() != null) {
            headers.put("Content-Type", operation.mediaType());
        }
        if (dice.percent(4)) {
            headers.put("Content-Type", dice.oneOf(OddTexts.CONTENT_TYPES));
        }
        if (dice.upTo(999) == 0) {
            headers.put("Content-Type", dice.oneOf(OddTexts.MALFORMED_CONTENT_TYPES));
        }
        if (dice.percent(5)) {
            headers.put("Accept", dice.oneOf(OddTexts.ACCEPTS));
        }
        if (dice.percent(5)) {
            headers.put("Range", dice.oneOf(List.of("bytes=0-10", "bytes=-1", "lines=1", "x")));
        }
        if (dice.percent(5)) {
            headers.put(
                    "Accept-Language",
                    dice.oneOf(List.of("fr", "en", "tlh", "*", "x".repeat(300), ";q=", "fr-FR-x-y")));
        }
        return headers;
    }

    private byte[] body(Operation operation, Dice dice) {
        if (operation.mediaType() == null) {
            return dice.percent(2) ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        }
        if (dice.percent(1)) {
            return null;
        }
        return operation.mediaType().equals("text/csv") ? bodies.csv(dice) : bodies.json(operation.body(), dice);
    }

    private static List<Parameter> of(String in, Operation operation) {
        return operation.parameters().stream()
                .filter(it -> it.in().equals(in))
                .distinct()
                .toList();
    }

    private static String encode(String text) {
        return Api.encode(text).replace("+", "%20");
    }

    /** What a client of HTTP agrees to send in a header. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
