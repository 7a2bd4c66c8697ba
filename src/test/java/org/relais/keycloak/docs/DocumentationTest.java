package org.relais.keycloak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation can be read, its links lead somewhere, and the classes it names are there. */
class DocumentationTest {

    private static final int LONGEST_LINE = 160;
    private static final Path ARCHITECTURE = Path.of("docs/explanation/architecture.md");
    private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
    private static final Path SOURCES = Path.of("src/main/java/org/relais/keycloak");

    /** What the field says otherwise. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)\\b(mail address(es)?|accesses|whoever|whomever|taken out|(is|are) told)\\b");

    private static final Pattern CLASS = Pattern.compile("\\b((?:[a-z]+/)+[A-Z][A-Za-z]+)\\b(?![./])");
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `([a-z/]+)` \\|.*\\| `[a-z/]+/[A-Z]\\w+` \\|$");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md"), CONTRIBUTING, Path.of("SECURITY.md"), Path.of("CHANGELOG.md")),
                    files.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void no_line_is_longer_than_an_editor_shows(Path file) {
        assertThat(MarkdownPage.read(file).lines())
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(LONGEST_LINE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void every_link_leads_to_a_file_and_a_heading(Path file) {
        MarkdownPage page = MarkdownPage.read(file);
        assertThat(page.links()).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
            assertThat(target).as(link).exists();
            if (parts.length == 2) {
                assertThat(MarkdownPage.read(target).anchors()).as(link).contains(parts[1]);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void it_is_written_in_the_words_of_the_field(Path file) {
        assertThat(FORBIDDEN.matcher(MarkdownPage.read(file).prose()).results().map(match -> match.group()))
                .isEmpty();
    }

    @Test
    void the_index_leads_to_every_page_but_the_tables_of_the_benchmark() throws IOException {
        Path index = Path.of("docs/README.md");
        Set<Path> listed = MarkdownPage.read(index).links().stream()
                .map(link -> index.resolveSibling(link).normalize())
                .collect(Collectors.toSet());
        assertThat(pages().filter(
                                page -> page.startsWith("docs") && !page.endsWith("results.md") && !page.equals(index)))
                .isSubsetOf(listed);
    }

    @Test
    void every_class_that_architecture_and_the_newcomers_test_name_is_there() {
        assertThat(Stream.of(ARCHITECTURE, CONTRIBUTING)
                        .map(MarkdownPage::read)
                        .flatMap(page -> page.find(CLASS).stream())
                        .map(match -> match.group(1))
                        .distinct())
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(SOURCES.resolve(name + ".java")).exists());
    }

    @Test
    void the_newcomers_test_asks_for_ten_rules() {
        String text = MarkdownPage.read(CONTRIBUTING).text();
        String section = text.substring(text.indexOf("### The newcomer's test"));
        assertThat(section.substring(0, section.indexOf("\n## ")).lines())
                .filteredOn(line -> line.matches("\\|.*\\| `[a-z/]+/[A-Z]\\w+` \\|"))
                .hasSize(10);
    }

    @Test
    void architecture_lists_every_room() throws IOException {
        List<String> listed = MarkdownPage.read(ARCHITECTURE).find(ROOM).stream()
                .map(match -> match.group(1))
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rooms());
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
