package org.relais.keycloak.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package comments of the support list each of its classes, so that nobody writes again what is there. */
class SupportIndexTest {

    private static final Path TESTS = Path.of("src/test/java/org/relais/keycloak/it");
    private static final Pattern ENTRY = Pattern.compile("<li>\\{@link (\\w+)}: \\S");
    private static final int MOST = 40;

    @ParameterizedTest
    @MethodSource("supportPackages")
    void a_package_lists_its_classes(Path folder) throws IOException {
        List<String> listed = ENTRY.matcher(Files.readString(folder.resolve("package-info.java")))
                .results()
                .map(entry -> entry.group(1))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(classesIn(folder));
    }

    @ParameterizedTest
    @MethodSource("testPackages")
    void no_package_of_tests_has_more_than_forty_files(Path folder) throws IOException {
        assertThat(classesIn(folder)).hasSizeLessThanOrEqualTo(MOST);
    }

    static Stream<Path> supportPackages() throws IOException {
        return folders(TESTS.resolve("support")).filter(folder -> !folder.endsWith("support"));
    }

    static Stream<Path> testPackages() throws IOException {
        return folders(TESTS);
    }

    private static Stream<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                    .map(file -> file.replace(".java", ""))
                    .toList();
        }
    }
}
