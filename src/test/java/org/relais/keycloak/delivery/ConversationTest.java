package org.relais.keycloak.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.Breaker.Leave;

class ConversationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Outcome DONE = Outcome.done(null);

    private final Breaker breaker = new Breaker(CLOCK);

    @Test
    void where_there_was_nothing_to_tell_nobody_knows_whether_the_target_answers() {
        breaker.failed(null);
        breaker.hurry();
        assertThat(breaker.ask()).isEqualTo(Leave.ONE);

        Conversation conversation = hold(people -> Map.of(), new Wanted("stranger", null, List.of(), Set.of(), null));

        assertThat(conversation.outcomes()).containsEntry("stranger", DONE);
        assertThat(conversation.isRecovery()).isFalse();
        assertThat(breaker.ask()).as("still tried by one").isEqualTo(Leave.ONE);
    }

    @Test
    void what_came_of_people_before_the_target_went_away_counts() {
        Conversation conversation = hold(
                people -> {
                    throw new TargetUnavailable("busy").after(Map.of("a", DONE));
                },
                known("a"),
                known("b"));

        assertThat(conversation.outcomes()).containsOnlyKeys("a");
        assertThat(conversation.isGood()).isFalse();
        assertThat(conversation.error()).isEqualTo("busy");
    }

    @Test
    void so_it_does_where_they_are_told_one_by_one() {
        Conversation conversation = hold(
                people -> {
                    if (people.size() > 1) {
                        throw new IllegalStateException("nobody thought of that");
                    }
                    if (people.get(0).userId().equals("b")) {
                        throw new TargetUnavailable("busy");
                    }
                    return Map.of(people.get(0).userId(), DONE);
                },
                known("a"),
                known("b"),
                known("c"));

        assertThat(conversation.outcomes()).containsOnlyKeys("a");
        assertThat(conversation.isGood()).isFalse();
    }

    private Conversation hold(Function<List<Wanted>, Map<String, Outcome>> answers, Wanted... people) {
        Conversation conversation = new Conversation(new Answering(answers), breaker, CLOCK);
        conversation.hold(List.of(people), Deadline.in(Duration.ofMinutes(1)));
        return conversation;
    }

    private static Wanted known(String userId) {
        return new Wanted(userId, null, List.of(), Set.of("0359001U_AES"), null);
    }

    private record Answering(Function<List<Wanted>, Map<String, Outcome>> answers) implements Target {

        @Override
        public Health check() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int batchSize() {
            return 10;
        }

        @Override
        public Map<String, Outcome> bringUpToDate(List<Wanted> people, Deadline deadline) {
            return answers.apply(people);
        }
    }
}
