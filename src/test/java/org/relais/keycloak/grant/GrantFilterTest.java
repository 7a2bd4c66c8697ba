package org.relais.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantFilterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    @Test
    void what_is_null_does_not_matter() {
        GrantFilter all = new GrantFilter(null, null, null, null, null, null);

        assertThat(all.conditions()).isEmpty();
        assertThat(all.parameters(NOW)).isEmpty();
    }

    @Test
    void an_open_grant_whose_days_are_over_counts_as_ended() {
        GrantFilter ended = new GrantFilter(null, null, GrantStatus.ENDED, null, null, null);
        GrantFilter active = new GrantFilter(null, null, GrantStatus.ACTIVE, null, null, null);

        assertThat(ended.conditions()).isEqualTo(" and (g.status = :ended or g.endsAt <= :now)");
        assertThat(active.conditions()).isEqualTo(" and g.status = :status and g.endsAt > :now");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void each_parameter_of_the_query_has_a_value_and_no_other_has(GrantFilter filter) {
        assertThat(filter.parameters(NOW).keySet()).isEqualTo(named(filter.conditions()));
    }

    static Stream<GrantFilter> filters() {
        return Stream.of(
                new GrantFilter(List.of("g"), "s", GrantStatus.ENDED, "u", "by", NOW),
                new GrantFilter(List.of("g"), null, GrantStatus.PENDING, null, null, NOW),
                new GrantFilter(null, "s", null, "u", null, null),
                new GrantFilter(null, null, null, null, "by", null));
    }

    private static Set<String> named(String conditions) {
        return PARAMETER.matcher(conditions).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }
}
