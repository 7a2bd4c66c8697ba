package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.OptionalInt;
import org.relais.keycloak.platform.CleanText;

/**
 * Reads text in a JSON body: a JSON string without the characters that no database keeps (PostgreSQL refuses U+0000), without
 * halves of characters and without those that nobody sees. Accents come in their letters.
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
        if (!CleanText.isClean(text)) {
            return (String) context.handleWeirdStringValue(String.class, text, "control characters");
        }
        OptionalInt unseen = CleanText.firstUnseen(text);
        if (unseen.isPresent()) {
            throw new InvisibleCharacter(parser, CleanText.codeOf(unseen.getAsInt()));
        }
        return CleanText.composed(text);
    }

    /** The character, as its message. */
    static final class InvisibleCharacter extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        InvisibleCharacter(JsonParser parser, String code) {
            super(parser, code);
        }
    }
}
