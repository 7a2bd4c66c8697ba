package org.relais.keycloak.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Databases have been changed by these change sets: Liquibase refuses to start with one that says something else now. Whoever
 * wants another table writes a new change set, and adds it to {@code published-changes.txt}.
 */
class PublishedChangesTest {

    @Test
    void no_published_change_set_is_changed() throws Exception {
        assertThat(lines(present())).isEqualTo(resource("/published-changes.txt"));
    }

    private static Map<String, String> present() throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (InputStream changelog = PublishedChangesTest.class.getResourceAsStream("/META-INF/relais-changelog.xml")) {
            NodeList changes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(changelog)
                    .getElementsByTagName("changeSet");
            for (int i = 0; i < changes.getLength(); i++) {
                Element change = (Element) changes.item(i);
                digests.put(change.getAttribute("id"), digest(written(change)));
            }
        }
        return digests;
    }

    /** Without what stands between elements, and with the attributes in an order. */
    private static String written(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        StringBuilder text = new StringBuilder(element.getTagName()).append(attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(
                    child instanceof Element inner
                            ? written(inner)
                            : child.getNodeType() == Node.TEXT_NODE
                                    ? child.getNodeValue().strip()
                                    : "");
        }
        return text.append(';').toString();
    }

    private static String digest(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
    }

    private static String lines(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(change -> change.getKey() + " " + change.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PublishedChangesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
