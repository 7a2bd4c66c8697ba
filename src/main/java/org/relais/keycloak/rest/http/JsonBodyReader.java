package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/** Reads JSON bodies strictly: it refuses what it does not understand and ignores nothing. */
public final class JsonBodyReader {

    /** 1 MB: several times the largest change set. */
    static final int LARGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new CleanTextDeserializer())
                    .addDeserializer(LocalDate.class, new LocalDateDeserializer()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private JsonBodyReader() {}

    /** Reads the body of the call's request. */
    public static <T> T read(RequestContext call, InputStream body, Class<T> type) {
        BodyLimits.requireType(call, Set.of(MediaType.APPLICATION_JSON), RequestProblem.WRONG_CONTENT_TYPE);
        return read(BodyLimits.bytes(body, LARGEST, RequestProblem.BODY_TOO_LARGE), type);
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            T value = bytes.length == 0 ? null : JSON.readValue(bytes, type);
            if (value == null) {
                throw new InvalidInput(Problem.general(RequestProblem.JSON_MISSING));
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw new InvalidInput(Problem.at(
                    path(unknown),
                    RequestProblem.UNKNOWN_FIELD,
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))));
        } catch (InvalidNullException missing) {
            throw new InvalidInput(Problem.at(path(missing), CommonProblem.FIELD_MISSING));
        } catch (CleanTextDeserializer.InvisibleCharacter unseen) {
            throw new InvalidInput(
                    Problem.at(path(unseen), CommonProblem.INVISIBLE_CHARACTER, unseen.getOriginalMessage()));
        } catch (JsonMappingException wrong) {
            throw wrong.getCause() instanceof StreamReadException malformed
                    ? malformed(malformed.getLocation())
                    : new InvalidInput(Problem.at(path(wrong), CommonProblem.WRONG_VALUE));
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed.getLocation());
        } catch (IOException noText) {
            throw new InvalidInput(Problem.general(CommonProblem.BODY_UNREADABLE));
        }
    }

    private static InvalidInput malformed(JsonLocation at) {
        return new InvalidInput(Problem.general(
                RequestProblem.JSON_MALFORMED, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr()));
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
