package org.relais.keycloak.it.support.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.assertj.core.api.Assertions;

/** What the server answered; a body that is no JSON leaves {@code json} missing. */
public record Answer(String request, int status, JsonNode json, HttpHeaders headers, String text) {

    /** Fails, showing the whole answer, unless the status is the expected one. */
    public Answer expect(int expected) {
        Assertions.assertThat(status).as("%s answered: %s", request, text).isEqualTo(expected);
        return this;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The last part of the Location header: the id of what was created. */
    public String createdId() {
        String location = header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
