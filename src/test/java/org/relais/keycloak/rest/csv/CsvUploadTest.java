package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.problem.InvalidInput;

class CsvUploadTest {

    private static final String TEXT = "Collège « Éric Tabarly » – 35 €";

    @Test
    void utf8_is_read_with_and_without_a_mark() {
        assertThat(CsvUpload.text(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(CsvUpload.text(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT);
        assertThat(CsvUpload.text(new byte[0])).isEmpty();
    }

    @Test
    void what_is_no_utf8_is_read_as_french_spreadsheets_write() {
        assertThat(CsvUpload.text(TEXT.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(TEXT);
    }

    @Test
    void what_is_neither_is_refused() {
        assertRefused("file-encoding", new byte[] {'a', (byte) 0x81, (byte) 0x8D});
        assertRefused("file-encoding", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xE9, 'a'});
    }

    @Test
    void what_is_no_text_is_refused() {
        assertRefused("file-binary", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertRefused("file-binary", TEXT.getBytes(StandardCharsets.UTF_16));
    }

    private static void assertRefused(String code, byte[] bytes) {
        assertThatThrownBy(() -> CsvUpload.text(bytes))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo(code));
    }
}
