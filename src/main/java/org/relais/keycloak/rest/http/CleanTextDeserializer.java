package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.relais.keycloak.platform.CleanText;

/**
 * Reads text in a JSON body: a JSON string without the characters that no database keeps (PostgreSQL refuses U+0000) and
 * without halves of characters.
 */
final class CleanTextDeserializer extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    CleanTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        return CleanText.isClean(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, text, "control characters");
    }
}
