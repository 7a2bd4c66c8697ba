package org.relais.keycloak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The menu of the account console is the stock one and ours: it changes between minor versions. */
class AccountMenuTest {

    private static final String CONTENT = "/account/resources/content.json";

    @Test
    void it_is_the_menu_of_the_server_we_run_on_with_one_entry_more() throws IOException {
        ArrayNode own = read("/theme/relais" + CONTENT);
        int ours = indexOf(own, "relais-groups-menu");
        assertThat(ours).as("before the first entry with children").isLessThan(indexOf(own, "accountSecurity"));
        own.remove(ours);
        assertThat(own).isEqualTo(read("/theme/keycloak.v3" + CONTENT));
    }

    private static int indexOf(ArrayNode menu, String label) {
        for (int i = 0; i < menu.size(); i++) {
            if (menu.get(i).path("label").asText().equals(label)) {
                return i;
            }
        }
        throw new AssertionError("There is no entry " + label);
    }

    private static ArrayNode read(String name) throws IOException {
        try (InputStream file = AccountMenuTest.class.getResourceAsStream(name)) {
            JsonNode content = new ObjectMapper().readTree(file);
            return (ArrayNode) content;
        }
    }
}
