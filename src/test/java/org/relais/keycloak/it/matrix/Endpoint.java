package org.relais.keycloak.it.matrix;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A method of the API.
 *
 * @param call its HTTP method and its path as the code writes it: {@code GET groups/{groupId}/members}
 */
record Endpoint(ApiBase base, String call) {

    private static final Set<String> READING = Set.of("GET", "OPTIONS");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    String method() {
        return call.substring(0, call.indexOf(' '));
    }

    String path() {
        return call.substring(call.indexOf(' ') + 1);
    }

    /** {@code {groupId}} and the like. */
    List<String> placeholders() {
        return PLACEHOLDER.matcher(path()).results().map(MatchResult::group).toList();
    }

    boolean reads() {
        return READING.contains(method()) || path().endsWith("/preview");
    }

    /** Whether the id in its path is of something that is hidden from whoever does not manage it. */
    boolean hides() {
        return path().contains("Id}");
    }

    @Override
    public String toString() {
        return base + " " + call;
    }
}
