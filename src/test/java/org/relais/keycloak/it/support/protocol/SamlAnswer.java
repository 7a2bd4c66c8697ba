package org.relais.keycloak.it.support.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The response of SAML that a service provider is sent by the POST binding. */
public record SamlAnswer(Document document) {

    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /** The response in the page by which the browser carries it to the service provider. */
    public static SamlAnswer in(Answer page) {
        byte[] xml = Base64.getDecoder()
                .decode(HtmlForm.in(page, "saml-post-binding").values().get("SAMLResponse"));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new SamlAnswer(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a page carries a response at all. */
    public static boolean isIn(Answer page) {
        return page.status() == 200 && page.text().contains("name=\"SAMLResponse\"");
    }

    /** The status codes, the outer one first, without their common beginning. */
    public List<String> status() {
        List<String> codes = new ArrayList<>();
        elements(PROTOCOL, "StatusCode").forEach(code -> codes.add(lastWord(code.getAttribute("Value"))));
        return codes;
    }

    /** The attributes of the person by name. */
    public Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element attribute : elements(ASSERTION, "Attribute")) {
            List<String> values = attributes.computeIfAbsent(attribute.getAttribute("Name"), it -> new ArrayList<>());
            NodeList all = attribute.getElementsByTagNameNS(ASSERTION, "AttributeValue");
            for (int i = 0; i < all.getLength(); i++) {
                values.add(all.item(i).getTextContent());
            }
        }
        return attributes;
    }

    /** Whether the document is signed by the realm that this certificate is of. */
    public boolean isSignedBy(PublicKey key) {
        try {
            Element signature = elements(SIGNATURE, "Signature").get(0);
            DOMValidateContext context = new DOMValidateContext(key, signature);
            context.setIdAttributeNS((Element) signature.getParentNode(), null, "ID");
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            return factory.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            throw new AssertionError(e);
        }
    }

    private List<Element> elements(String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String lastWord(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }
}
