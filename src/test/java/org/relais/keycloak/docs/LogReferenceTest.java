package org.relais.keycloak.docs;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.relais.keycloak.RoomsTest;

/** Operators find every line that Relais logs in {@code docs/reference/logs.md}, word by word. */
@AnalyzeClasses(packagesOf = RoomsTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LogReferenceTest {

    private static final Path REFERENCE = Path.of("docs/reference/logs.md");

    /** An entry: {@code - **RELAIS101** WARN `What it says.`}, perhaps on several lines. */
    private static final Pattern ENTRY = Pattern.compile("\\*\\*RELAIS(\\d{3})\\*\\* ([A-Z]+)\\s+`([^`]+)`");

    private static final String LEVELS = "(trace|debug|info|warn|error|fatal|log)[fv]?";

    @ArchTest
    static void the_reference_says_every_line_that_is_logged(JavaClasses classes) throws IOException {
        assertThat(documented()).isEqualTo(logged(classes));
    }

    @ArchTest
    static void a_number_stands_for_one_line(JavaClasses classes) {
        List<Integer> numbers =
                messages(classes).stream().map(LogReferenceTest::number).toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    @ArchTest
    static void every_line_begins_with_a_capital_letter_or_its_subject_and_ends_as_a_sentence(JavaClasses classes) {
        assertThat(logged(classes).values()).allMatch(line -> line.matches("[A-Z]+ (?:[A-Z]|%).*\\."));
    }

    /** Else a line would be in no reference. */
    @ArchTest
    static final ArchRule nothing_is_logged_but_by_a_message_logger = noClasses()
            .that()
            .areNotAssignableTo(BasicLogger.class)
            .should()
            .callMethodWhere(target(owner(type(Logger.class))).and(target(nameMatching(LEVELS))));

    private static Map<Integer, String> logged(JavaClasses classes) {
        Map<Integer, String> lines = new TreeMap<>();
        for (JavaMethod method : messages(classes)) {
            String level = method.getAnnotationOfType(LogMessage.class).level().name();
            lines.put(
                    number(method),
                    level + " " + method.getAnnotationOfType(Message.class).value());
        }
        return lines;
    }

    private static List<JavaMethod> messages(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(MessageLogger.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Message.class))
                .toList();
    }

    private static int number(JavaMethod method) {
        return method.getAnnotationOfType(Message.class).id();
    }

    private static Map<Integer, String> documented() throws IOException {
        Map<Integer, String> lines = new TreeMap<>();
        ENTRY.matcher(Files.readString(REFERENCE))
                .results()
                .forEach(entry -> lines.put(
                        Integer.valueOf(entry.group(1)),
                        entry.group(2) + " " + entry.group(3).replaceAll("\\s+", " ")));
        return lines;
    }
}
