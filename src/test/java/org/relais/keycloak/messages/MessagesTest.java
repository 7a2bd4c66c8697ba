package org.relais.keycloak.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read: the same in both languages, for everything the code can say, and nothing else. */
class MessagesTest {

    private static final Map<String, String> FRENCH = messages("fr");
    private static final Map<String, String> ENGLISH = messages("en");
    private static final Pattern PARAMETER = Pattern.compile("\\{[0-9]}");

    @Test
    void both_languages_say_the_same() {
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
        for (String key : FRENCH.keySet()) {
            assertThat(parameters(FRENCH.get(key))).as(key).isEqualTo(parameters(ENGLISH.get(key)));
        }
    }

    /** MessageFormat takes a straight one for a quote: it would vanish, and the parameters after it stay as they are. */
    @Test
    void no_message_has_a_straight_apostrophe() {
        assertThat(FRENCH.values()).noneMatch(message -> message.contains("'"));
        assertThat(ENGLISH.values()).noneMatch(message -> message.contains("'"));
    }

    @Test
    void no_message_is_empty_or_has_space_around_it() {
        assertThat(FRENCH.values()).allMatch(message -> !message.isEmpty() && message.equals(message.strip()));
        assertThat(ENGLISH.values()).allMatch(message -> !message.isEmpty() && message.equals(message.strip()));
    }

    @Test
    void everything_the_code_can_say_has_a_message() {
        assertThat(SpokenKeys.inTheSources()).isSubsetOf(FRENCH.keySet()).hasSizeGreaterThan(100);
    }

    @Test
    void no_message_is_left_over() {
        assertThat(FRENCH.keySet()).isSubsetOf(SpokenKeys.inTheSources());
    }

    private static Set<String> parameters(String message) {
        return PARAMETER
                .matcher(message)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> messages(String language) {
        String file = "/theme-resources/messages/messages_" + language + ".properties";
        try (var in = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> messages = new HashMap<>();
            properties.forEach((key, value) -> messages.put((String) key, (String) value));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
