package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.school.component.AcademyFactory;
import org.relais.keycloak.school.component.PersonTypeFactory;
import org.relais.keycloak.school.component.ProfileFactory;

/** Every option is in the documentation, with its default. */
class ConfigurationDocTest {

    private static final Map<String, String> ROWS = rows();

    static Stream<ProviderConfigProperty> options() {
        return Stream.of(
                        new AcademyFactory().getConfigProperties(),
                        new ProfileFactory().getConfigProperties(),
                        new PersonTypeFactory().getConfigProperties())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void an_option_is_described_with_its_default(ProviderConfigProperty option) {
        assertThat(ROWS).containsKey(option.getName());
        if (option.getDefaultValue() != null) {
            assertThat(ROWS.get(option.getName()))
                    .as(option.getName())
                    .contains("| `" + option.getDefaultValue() + "` |");
        }
    }

    /** The rows of all tables by each name in their first cell. */
    private static Map<String, String> rows() {
        try (Stream<String> lines = Files.lines(Path.of("docs/reference/configuration.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .flatMap(line -> Stream.of(line.split("\\|")[1].split(","))
                            .map(name -> Map.entry(name.strip().replace("`", ""), line)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
