package org.relais.keycloak.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The names that the code writes where others read them: attributes of groups and clients ({@code relais.profile}), metrics
 * ({@code relais.mails}), resource types of admin events ({@code RELAIS_GRANT}), types of webhook events.
 */
class NamesContractTest {

    private static final Path CLASSES = Path.of("target/classes/org/relais");
    private static final Pattern NAME = Pattern.compile("relais\\.[\\w.*]+|RELAIS_\\w+|org\\.relais\\.[a-z.]+\\.v\\d+");

    @Test
    void names_that_others_read_are_those_they_know() throws IOException {
        KeptCopy.in("names.txt").isEqualTo(names());
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(NamesContractTest::strings)
                    .map(text -> text.replace("\u0001", "*").replace("%s", "*"))
                    .filter(NAME.asMatchPredicate())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> strings(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ClassConstants.strings(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
