package org.relais.keycloak.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a server is to be started.
 *
 * @param settings environment variables ({@code KC_…}) beyond the installation's options
 * @param arguments of {@code start --optimized}
 * @param log the file for what the server says; written anew
 * @param deadline until it must be ready
 */
public record ServerStart(
        KeycloakInstallation installation,
        Ports ports,
        Map<String, String> settings,
        List<String> arguments,
        Memory memory,
        Path log,
        Duration deadline) {

    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(installation.options());
        variables.put("KC_HTTP_ENABLED", "true");
        variables.put("KC_HTTP_HOST", "127.0.0.1");
        variables.put("KC_HTTP_PORT", Integer.toString(ports.http()));
        variables.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.management()));
        variables.put("KC_HOSTNAME_STRICT", "false");
        variables.putAll(settings);
        return variables;
    }
}
