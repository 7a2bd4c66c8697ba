package org.relais.keycloak.it;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A cookie jar around plain HTTP. Keycloak marks its cookies as secure on the loopback address, as browsers allow; the
 * JDK's own jar would keep them back there. Paths do not matter for one realm.
 */
final class PlainBrowser {

    private final Map<String, String> cookies = new LinkedHashMap<>();

    Answer get(String address) {
        return remember(api(address).get(""));
    }

    Answer post(String address, Map<String, String> form) {
        return remember(api(address).postForm("", form));
    }

    private Api api(String address) {
        var api = new Api(URI.create(address), () -> null);
        return cookies.isEmpty() ? api : api.with("Cookie", header());
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer remember(Answer answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (line.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
