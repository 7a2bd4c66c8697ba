package org.relais.keycloak.rest.csv;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.BodyLimits;
import org.relais.keycloak.rest.http.RequestContext;

/** Decodes an uploaded file: UTF-8, or Windows-1252 as French spreadsheets still write it. */
public final class CsvUpload {

    /** 10 MB: an academy's schools are less than one. */
    static final int LARGEST = 10_000_000;

    /** What browsers call a CSV file; some say nothing. */
    private static final Set<String> TYPES =
            Set.of("text/csv", "text/plain", "application/csv", "application/vnd.ms-excel", "application/octet-stream");

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvUpload() {}

    public static String read(RequestContext call, InputStream body) {
        BodyLimits.requireType(call, TYPES, CsvProblem.WRONG_FILE_TYPE);
        return text(BodyLimits.bytes(body, LARGEST, CsvProblem.FILE_TOO_LARGE));
    }

    static String text(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                throw new InvalidInput(Problem.general(CsvProblem.FILE_BINARY));
            }
        }
        boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
        byte[] content = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        try {
            return decode(content, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            if (marked) {
                throw new InvalidInput(Problem.general(CsvProblem.FILE_ENCODING));
            }
            return windows(content);
        }
    }

    private static String windows(byte[] bytes) {
        try {
            return decode(bytes, WINDOWS);
        } catch (CharacterCodingException neither) {
            throw new InvalidInput(Problem.general(CsvProblem.FILE_ENCODING));
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
