package org.relais.keycloak.it.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.relais.keycloak.it.fuzz.ApiDocument.Operation;

/**
 * A request of somebody.
 *
 * @param operation what it was made from; its method may be another
 * @param path with its query, encoded
 * @param body null for none
 */
record FuzzRequest(
        int number,
        FuzzRole role,
        Operation operation,
        String method,
        String path,
        Map<String, String> headers,
        byte[] body) {

    HttpRequest to(URI server, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    /**
     * Whether Keycloak itself answers 500 to it, whatever the address: a type that is none, a body that its type forbids, a realm
     * whose name no database keeps, and the page of an error for somebody who names no language or asks with a zero byte.
     */
    boolean isTooMuchForKeycloak() {
        String type = headers.getOrDefault("Content-Type", "");
        return OddTexts.MALFORMED_CONTENT_TYPES.contains(type)
                || type.startsWith("multipart/")
                || (type.startsWith("application/x-www-form-urlencoded") && body != null)
                || path.contains("/realms/%00/")
                || (wantsPage()
                        && (path.contains("%00")
                                || headers.getOrDefault("Accept-Language", "").startsWith(";")));
    }

    /** Keycloak answers its own errors with a page to whoever wants one. */
    boolean wantsPage() {
        return headers.getOrDefault("Accept", "").equals("text/html");
    }

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.ISO_8859_1);
        String shown = text.length() > 600 ? text.substring(0, 600) + "… (" + text.length() + ")" : text;
        return "#%d %s: %s %s %s %s".formatted(number, role, method, path, headers, shown);
    }
}
