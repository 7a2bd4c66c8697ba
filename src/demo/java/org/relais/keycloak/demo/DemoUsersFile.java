package org.relais.keycloak.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The file of people that Keycloak imports beside {@code academie-realm.json}. Running this class rewrites it. */
final class DemoUsersFile {

    static final Path PATH = Path.of("docker/realm/academie-users-0.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoUsersFile() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(PATH, content(DemoDirectory.people()));
    }

    /** One person per line: a change of one person is a change of one line. */
    static String content(List<DemoPerson> people) {
        return people.stream()
                .map(KeycloakUser::of)
                .map(DemoUsersFile::line)
                .collect(Collectors.joining(",\n", "{\"realm\":\"academie\",\"users\":[\n", "\n]}\n"));
    }

    private static String line(KeycloakUser user) {
        try {
            return JSON.writeValueAsString(user);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
