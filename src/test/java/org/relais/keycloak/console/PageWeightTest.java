package org.relais.keycloak.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What browsers have to fetch, as the build has made it. */
class PageWeightTest {

    private static final int PAGE = 180_000;
    private static final int ON_OTHER_PAGES = 4_000;

    static Stream<Arguments> consoles() {
        return Stream.of(
                Arguments.of("account", "relais/", "keycloak.v3"),
                Arguments.of("admin", "relais/admin/", "keycloak.v2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consoles")
    void the_scripts_of_the_page_are_light(String console, String folder) throws Exception {
        assertThat(compressed(scripts(folder).toList())).isBetween(10_000, PAGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consoles")
    void people_on_other_pages_load_next_to_nothing(String console, String folder) throws Exception {
        assertThat(compressed(List.of(boot(console, folder)))).isBetween(100, ON_OTHER_PAGES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consoles")
    void the_theme_names_the_script_that_was_built(String console, String folder, String parent) throws Exception {
        String properties = Files.readString(classes().resolve("theme/relais/" + console + "/theme.properties"));
        assertThat(properties)
                .contains("scripts=" + folder + boot(console, folder).getFileName())
                .contains("parent=" + parent);
    }

    private static Path boot(String console, String folder) throws IOException, URISyntaxException {
        return scripts(folder)
                .filter(script -> script.getFileName().toString().startsWith(console + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> scripts(String folder) throws IOException, URISyntaxException {
        return Files.list(classes().resolve("theme-resources/resources/" + folder))
                .filter(file -> file.toString().endsWith(".js"));
    }

    private static int compressed(List<Path> files) throws IOException {
        int size = 0;
        for (Path file : files) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(Files.readAllBytes(file));
            }
            size += bytes.size();
        }
        return size;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(PageWeightTest.class
                        .getResource("/META-INF/keycloak-themes.json")
                        .toURI())
                .getParent()
                .getParent();
    }
}
