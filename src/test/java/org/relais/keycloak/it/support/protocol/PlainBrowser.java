package org.relais.keycloak.it.support.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cookie jar around plain HTTP. Keycloak marks its cookies as secure on the loopback address, as browsers allow; the
 * JDK's own jar would keep them back there.
 */
public final class PlainBrowser {

    private static final Pattern PATH = Pattern.compile("(?i);\\s*path=([^;]+)");

    private final Map<Cookie, String> cookies = new LinkedHashMap<>();

    private record Cookie(String name, String path) {}

    public Answer get(String address) {
        return remember(api(address).get(""));
    }

    public Answer post(String address, Map<String, String> form) {
        return remember(api(address).postForm("", form));
    }

    /** Goes where an answer leads, as long as that is below an address; ends with a page or with a redirect elsewhere. */
    public Answer follow(Answer answer, String base) {
        Answer last = answer;
        while ((last.status() == 302 || last.status() == 303)
                && last.header("Location").startsWith(base)) {
            last = get(last.header("Location"));
        }
        return last;
    }

    private Api api(String address) {
        var api = new Api(URI.create(address), () -> null);
        String sent = header(URI.create(address).getPath());
        return sent.isEmpty() ? api : api.with("Cookie", sent);
    }

    private String header(String path) {
        return cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Keeps the cookies of an answer, whoever asked for it. */
    public Answer remember(Answer answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            Matcher path = PATH.matcher(line);
            Cookie cookie = new Cookie(pair[0], path.find() ? path.group(1) : "/");
            if (line.contains("Max-Age=0")) {
                cookies.remove(cookie);
            } else {
                cookies.put(cookie, pair[1]);
            }
        }
        return answer;
    }
}
