package org.relais.keycloak.delivery.moodle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.message.BasicNameValuePair;

/** Parameters as PHP reads them: {@code users[0][username]=…}. */
final class MoodleForm {

    private final List<NameValuePair> fields = new ArrayList<>();

    MoodleForm with(String name, Object value) {
        fields.add(new BasicNameValuePair(name, String.valueOf(value)));
        return this;
    }

    UrlEncodedFormEntity entity() {
        return new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8);
    }
}
