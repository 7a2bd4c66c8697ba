package org.relais.keycloak.messages;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.claim.RelaisGroupsMapper;
import org.relais.keycloak.claim.RelaisGroupsSamlMapper;
import org.relais.keycloak.delivery.moodle.MoodleFactory;
import org.relais.keycloak.delivery.webhook.WebhookFactory;
import org.relais.keycloak.notification.NoticeKind;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.component.AcademyFactory;
import org.relais.keycloak.school.component.PersonTypeFactory;
import org.relais.keycloak.school.component.ProfileFactory;

/** The keys of all messages that the code and the templates under {@code src/main} can ask for. */
final class SpokenKeys {

    private static final Path TEMPLATES = Path.of("src/main/resources/theme-resources/templates");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("msg\\(\"(relais-[a-z-]+)\"");

    private SpokenKeys() {}

    static Set<String> inTheSources() {
        Set<String> keys = new TreeSet<>();
        Stream.of(ofProblems(), ofProperties(), ofMails(), ofTemplates())
                .flatMap(some -> some)
                .forEach(keys::add);
        return keys;
    }

    /** The constants of every enum that is a {@link ProblemCode}, in whichever room. */
    private static Stream<String> ofProblems() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.relais.keycloak").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(code -> ((ProblemCode) code).messageKey());
    }

    /** Labels and help of the fields of components and mappers. */
    private static Stream<String> ofProperties() {
        return Stream.of(
                        new ProfileFactory().getConfigProperties(),
                        new AcademyFactory().getConfigProperties(),
                        new PersonTypeFactory().getConfigProperties(),
                        new MoodleFactory().getConfigProperties(),
                        new WebhookFactory().getConfigProperties(),
                        new RelaisGroupsMapper().getConfigProperties(),
                        new RelaisGroupsSamlMapper().getConfigProperties())
                .flatMap(properties -> properties.stream())
                .flatMap(SpokenKeys::ofProperty)
                .filter(Objects::nonNull)
                .filter(key -> key.startsWith("relais-"));
    }

    private static Stream<String> ofProperty(ProviderConfigProperty property) {
        return Stream.of(property.getLabel(), property.getHelpText());
    }

    private static Stream<String> ofMails() {
        return Stream.of(NoticeKind.values())
                .flatMap(kind -> Stream.concat(
                        Stream.of("-subject", "-subject-many", "-intro", "-next")
                                .map(part -> "relais-mail-" + kind.text() + part),
                        kind.day().stream()));
    }

    private static Stream<String> ofTemplates() {
        return textsBelow(TEMPLATES)
                .flatMap(text -> TEMPLATE_KEY.matcher(text).results().map(found -> found.group(1)));
    }

    private static Stream<String> textsBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(SpokenKeys::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
