package org.relais.keycloak.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example in the specification of Standard Webhooks. */
    @Test
    void it_is_that_of_standard_webhooks() {
        Signature signature = Signature.with("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_that_is_too_short_or_not_base64_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.with("whsec_c2hvcnQ="));
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.with("whsec_not base64 at all!"));
    }
}
