package org.relais.keycloak.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ENV KC_…=…} lines of a Dockerfile: what its image gives {@code kc.sh build} and {@code kc.sh start}. */
public final class DockerfileOptions {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\s*\\R");
    private static final Pattern ENV = Pattern.compile("(?im)^\\s*ENV\\s+(.*)$");
    private static final Pattern ASSIGNMENT = Pattern.compile("(KC_\\w+)=(?:\"([^\"]*)\"|'([^']*)'|(\\S*))");

    private DockerfileOptions() {}

    public static Map<String, String> read(Path dockerfile) throws IOException {
        return parse(Files.readString(dockerfile));
    }

    static Map<String, String> parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher env = ENV.matcher(CONTINUED.matcher(text).replaceAll(" "));
        while (env.find()) {
            Matcher assignment = ASSIGNMENT.matcher(env.group(1));
            while (assignment.find()) {
                options.put(assignment.group(1), value(assignment));
            }
        }
        return options;
    }

    private static String value(Matcher assignment) {
        for (int group = 2; group <= 3; group++) {
            if (assignment.group(group) != null) {
                return assignment.group(group);
            }
        }
        return assignment.group(4);
    }
}
