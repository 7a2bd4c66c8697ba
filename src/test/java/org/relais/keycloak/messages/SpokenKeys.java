package org.relais.keycloak.messages;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final String CODE = "([a-z]+(?:-[a-z]+)*)";

    private static final Pattern AT = Pattern.compile("Problem\\.at\\(");
    private static final Pattern LITERAL = Pattern.compile("\\s*\"" + CODE + "\"");
    private static final Pattern GENERAL = Pattern.compile("Problem\\.general\\(\\s*\"" + CODE + "\"");
    private static final Pattern ELIGIBILITY = Pattern.compile("Optional\\.of\\(\"" + CODE + "\"\\)");
    private static final Pattern NOT_FOUND = Pattern.compile("(?:new NotFound|Query\\.id)\\(\\s*\"" + CODE + "\"");
    private static final Pattern WHOLE_KEY =
            Pattern.compile("\"(relais-(?:profile|academy|mapper|mail|type|target)-[a-z-]+|relais-number)\"");

    private static final Pattern TEMPLATE = Pattern.compile("msg\\(\"(relais-[a-z-]+)\"");

    /** What each kind of mail says. */
    private static final List<String> MAIL_PARTS = List.of("-subject", "-subject-many", "-intro", "-next");

    private SpokenKeys() {}

    static Set<String> inTheSources() {
        String sources = filesBelow("src/main/java", ".java");
        String templates = filesBelow("src/main/resources/theme-resources/templates", ".ftl");
        Set<String> keys = new TreeSet<>();
        Stream.of(all(GENERAL, sources), all(ELIGIBILITY, sources), secondArguments(sources))
                .flatMap(codes -> codes)
                .map(code -> "relais-" + code)
                .forEach(keys::add);
        problemCodes().map(ProblemCode::messageKey).forEach(keys::add);
        all(NOT_FOUND, sources).map(what -> "relais-not-found-" + what).forEach(keys::add);
        all(WHOLE_KEY, sources).forEach(keys::add);
        all(TEMPLATE, templates).forEach(keys::add);
        Stream.of(NoticeKind.values())
                .flatMap(kind -> MAIL_PARTS.stream().map(part -> "relais-mail-" + kind.text() + part))
                .forEach(keys::add);
        Stream.of(
                        new ProfileFactory().getConfigProperties(),
                        new AcademyFactory().getConfigProperties(),
                        new PersonTypeFactory().getConfigProperties(),
                        new MoodleFactory().getConfigProperties(),
                        new WebhookFactory().getConfigProperties(),
                        new RelaisGroupsMapper().getConfigProperties(),
                        new RelaisGroupsSamlMapper().getConfigProperties())
                .flatMap(properties -> properties.stream())
                .flatMap(SpokenKeys::ofProperty)
                .filter(key -> key != null && key.startsWith("relais-"))
                .forEach(keys::add);
        return keys;
    }

    /** Every constant of every enum of problems. */
    private static Stream<ProblemCode> problemCodes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.relais.keycloak").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(ProblemCode.class::cast);
    }

    private static Stream<String> ofProperty(ProviderConfigProperty property) {
        return Stream.of(property.getLabel(), property.getHelpText());
    }

    /** The codes written in {@code Problem.at(field, "code", …)}; one that is computed comes from the eligibility. */
    private static Stream<String> secondArguments(String sources) {
        return AT.matcher(sources).results().flatMap(call -> {
            Matcher code = LITERAL.matcher(sources).region(afterComma(sources, call.end()), sources.length());
            return code.lookingAt() ? Stream.of(code.group(1)) : Stream.empty();
        });
    }

    /** The place after the first comma that stands in no text and in no brackets. */
    private static int afterComma(String sources, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; ; i++) {
            char c = sources.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    return i + 1;
                }
            }
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static String filesBelow(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(SpokenKeys::text)
                    .collect(Collectors.joining("\n"));
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
