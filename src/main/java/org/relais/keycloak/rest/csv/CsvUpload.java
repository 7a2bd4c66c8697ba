package org.relais.keycloak.rest.csv;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.TooLarge;
import org.relais.keycloak.problem.WrongContentType;
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
        requireCsv(call.session()
                .getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getHeaderString(HttpHeaders.CONTENT_TYPE));
        return text(bytes(body));
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

    private static void requireCsv(String contentType) {
        if (contentType != null
                && !TYPES.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new WrongContentType(Problem.at(HttpHeaders.CONTENT_TYPE, CsvProblem.WRONG_FILE_TYPE));
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TooLarge(Problem.general(CsvProblem.FILE_TOO_LARGE, LARGEST));
            }
            return bytes;
        } catch (IOException broken) {
            throw new InvalidInput(Problem.general(CommonProblem.BODY_UNREADABLE));
        }
    }
}
