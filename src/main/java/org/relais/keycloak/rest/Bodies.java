package org.relais.keycloak.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.relais.keycloak.InvalidInput;
import org.relais.keycloak.Problem;
import org.relais.keycloak.TooLarge;

/** Reads JSON bodies strictly: what is not understood is refused, never ignored. */
final class Bodies {

    /** 1 MB: several times the largest change set. */
    static final int LARGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(String.class, new CleanText()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.DateTime,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private Bodies() {}

    static <T> T read(InputStream body, Class<T> type) {
        byte[] bytes = bytes(body);
        try {
            T value = bytes.length == 0 ? null : JSON.readValue(bytes, type);
            if (value == null) {
                throw new InvalidInput(Problem.general("json-missing"));
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw new InvalidInput(Problem.at(
                    path(unknown),
                    "unknown-field",
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))));
        } catch (InvalidNullException missing) {
            throw new InvalidInput(Problem.at(path(missing), "field-missing"));
        } catch (JsonMappingException wrong) {
            throw new InvalidInput(Problem.at(path(wrong), "wrong-value"));
        } catch (JsonProcessingException malformed) {
            throw new InvalidInput(Problem.general(
                    "json-malformed",
                    malformed.getLocation() == null
                            ? 0
                            : malformed.getLocation().getLineNr(),
                    malformed.getLocation() == null
                            ? 0
                            : malformed.getLocation().getColumnNr()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TooLarge(Problem.general("body-too-large", LARGEST));
            }
            return bytes;
        } catch (IOException broken) {
            throw new InvalidInput(Problem.general("body-unreadable"));
        }
    }

    /** {@code add[3].userId} */
    private static String path(JsonMappingException wrong) {
        String path = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        if (path.isEmpty()) {
            return null;
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
