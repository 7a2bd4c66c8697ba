package org.relais.keycloak.delivery.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows of the queue outlive a release: what they hold stays readable. */
class DeliveryErrorTest {

    @Test
    void what_the_queue_stores_is_read_again_as_the_same_error() {
        for (DeliveryError error : DeliveryError.values()) {
            assertThat(DeliveryError.ofStored(error.stored())).isEqualTo(error);
        }
        assertThat(DeliveryError.MOODLE_NO_MAIL.stored()).isEqualTo("moodle-no-mail");
        assertThat(DeliveryError.MOODLE_NO_MAIL.code()).isEqualTo("delivery-moodle-no-mail");
        assertThat(DeliveryError.MOODLE_NO_MAIL.messageKey()).isEqualTo("relais-delivery-moodle-no-mail");
    }

    @Test
    void a_code_of_another_release_concerns_the_application_and_reads_as_broken() {
        DeliveryError unknown = DeliveryError.ofStored("scim-schema");

        assertThat(unknown.concernsPerson()).isFalse();
        assertThat(unknown.code()).isEqualTo("delivery-broken");
        assertThat(unknown.messageKey()).isEqualTo("relais-delivery-broken");
        assertThat(DeliveryError.ofStored(null)).isNull();
    }

    @Test
    void errors_that_concern_one_person_leave_the_application_in_use() {
        assertThat(DeliveryError.storedOfPeople())
                .containsExactlyInAnyOrder(
                        "moodle-no-mail",
                        "moodle-username",
                        "moodle-too-long",
                        "moodle-search-refused",
                        "moodle-account-refused",
                        "moodle-account-other",
                        "moodle-cohort-refused",
                        "moodle-cohort-foreign",
                        "webhook-refused",
                        "broken");
    }
}
