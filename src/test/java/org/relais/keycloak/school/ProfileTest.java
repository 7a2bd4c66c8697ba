package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.school.ProfileFixture.aProfile;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2027-08-31",
        "2026-12-31, 2027-08-31",
        "2027-01-01, 2027-08-31",
        "2027-08-30, 2027-08-31",
        "2027-08-31, 2027-08-31",
        "2027-09-01, 2028-08-30",
    })
    void no_grant_passes_the_end_of_the_school_year(LocalDate today, LocalDate latest) {
        assertThat(aProfile().build().latestLastDay(today)).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-12-03",
        "2027-08-25, 2027-08-31",
        "2027-08-31, 2027-08-31",
    })
    void no_grant_is_longer_than_the_profile_allows(LocalDate today, LocalDate latest) {
        assertThat(aProfile().days(5, 10).build().latestLastDay(today)).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2027-01-22",
        "2027-07-03, 2027-08-31",
        "2027-07-02, 2027-08-30",
        "2027-08-31, 2027-08-31",
        "2027-09-01, 2027-10-30",
    })
    void the_day_offered_is_the_length_of_the_profile_with_today_included(LocalDate today, LocalDate offered) {
        assertThat(aProfile().build().suggestedLastDay(today)).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2027-08-31",
        "2027-05-30, 2027-08-31",
        "2027-05-31, 2028-05-29",
        "2027-08-31, 2028-08-29",
        "2027-09-01, 2028-08-30",
    })
    void an_administrator_renews_into_the_next_year_in_its_last_three_months(LocalDate today, LocalDate latest) {
        assertThat(aProfile().build().latestRenewedLastDay(today)).isEqualTo(latest);
    }

    @Test
    void a_code_of_the_record_is_compared_without_case() {
        assertThat(aProfile().build().followsRecordOf("aes")).isTrue();
        assertThat(aProfile().build().followsRecordOf("ASH")).isFalse();
    }

    @Test
    void a_length_of_one_day_is_today() {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(aProfile().days(1, 1).build().suggestedLastDay(today)).isEqualTo(today);
        assertThat(aProfile().days(1, 1).build().latestLastDay(today)).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, 2027-02-28",
        "2027-02-28, 2027-02-28",
        "2027-03-01, 2028-02-28",
        "2028-01-10, 2028-02-29",
        "2028-02-29, 2028-02-29",
    })
    void a_leap_day_is_the_last_of_february_in_other_years(LocalDate today, LocalDate latest) {
        assertThat(aProfile().latestEnd(2, 29).build().latestLastDay(today)).isEqualTo(latest);
    }

    @Test
    void suffixes_are_compared_without_case() {
        assertThat(aProfile().build().hasSuffix("aes")).isTrue();
        assertThat(aProfile().build().hasSuffix("ash")).isFalse();
        assertThat(Profile.suffixInName("0359001u_Eleves-Invites", "0359001U")).contains("Eleves-Invites");
        assertThat(Profile.suffixInName("0359002V_AES", "0359001U")).isEmpty();
        assertThat(Profile.suffixInName("0359001U", "0359001U")).isEmpty();
    }

    @Test
    void the_label_is_in_the_language_of_the_reader_and_otherwise_in_english() {
        assertThat(aProfile().build().label(Locale.FRENCH)).isEqualTo("AESH");
        assertThat(aProfile().build().label(Locale.CANADA_FRENCH)).isEqualTo("AESH");
        assertThat(aProfile().build().label(Locale.GERMAN)).isEqualTo("Learning support assistants");
    }

    @Test
    void it_opens_the_applications_of_the_own_school() {
        Profile profile = aProfile().clients("pronote-{uai}", "pmb").build();

        assertThat(profile.clientIds("0359001U")).containsExactly("pronote-0359001U", "pmb");
        assertThat(profile.opens("pronote-0359001U", "0359001U")).isTrue();
        assertThat(profile.opens("pronote-0359002V", "0359001U")).isFalse();
        assertThat(profile.opens("pmb", "0359001U")).isTrue();
        assertThat(profile.opens("moodle", "0359001U")).isFalse();
    }
}
