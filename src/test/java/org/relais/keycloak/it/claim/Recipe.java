package org.relais.keycloak.it.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.server.Project;

/** A recipe of the guides to connect applications, as an administrator follows it, with other addresses. */
final class Recipe {

    private final String section;
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private Recipe(String section) {
        this.section = section;
    }

    /** @param title of the section, or how it begins */
    static Recipe of(String title) {
        try {
            Path guides = Project.docker().resolveSibling("docs/how-to");
            String page = Files.readString(guides.resolve("connect-moodle.md"))
                    + Files.readString(guides.resolve("connect-a-client.md"));
            int start = page.indexOf("\n## " + title);
            if (start < 0) {
                throw new AssertionError("No guide has a section " + title);
            }
            int end = page.indexOf("\n## ", start + 1);
            return new Recipe(page.substring(start, end < 0 ? page.length() : end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recipe with(String example, String address) {
        addresses.put(example, address);
        return this;
    }

    /** Makes the client in a realm that is set up, and lets the profile AES open it; returns its id ({@code clientId}). */
    String follow(TestRealm realm) {
        realm.admin().post("/relais/setup", Map.of()).expect(200);
        ObjectNode client = client();
        realm.admin().post("/clients", client).expect(201);
        String clientId = client.get("clientId").asText();
        TestProfiles profiles = TestProfiles.of(realm);
        ObjectNode profile = profiles.named("AES");
        profile.withArray("/config/clients").add(clientId);
        profiles.update(profile).expect(204);
        return clientId;
    }

    ObjectNode client() {
        try {
            return (ObjectNode) Api.JSON.readTree(block("json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(section, e);
        }
    }

    /** The block of a language. */
    String block(String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(section);
        if (!block.find()) {
            throw new AssertionError("No block " + language + " in " + section);
        }
        String text = block.group(1);
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            if (!section.contains(address.getKey())) {
                throw new AssertionError("No " + address.getKey() + " in " + section);
            }
            text = text.replace(address.getKey(), address.getValue());
        }
        return text;
    }
}
