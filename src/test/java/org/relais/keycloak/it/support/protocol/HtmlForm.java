package org.relais.keycloak.it.support.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page: where it is sent to, and what it carries without being asked. */
public record HtmlForm(String action, Map<String, String> values) {

    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>", Pattern.DOTALL);

    /** The first form whose tag contains a text, such as its id. */
    public static HtmlForm in(Answer page, String mark) {
        Matcher form = FORM.matcher(page.expect(200).text());
        while (form.find()) {
            if (form.group(1).contains(mark)) {
                return new HtmlForm(attribute(form.group(1), "action"), values(form.group(2)));
            }
        }
        throw new AssertionError("No form “%s”: %s".formatted(mark, page.text()));
    }

    private static Map<String, String> values(String inside) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(inside);
        while (input.find()) {
            if (input.group().contains("type=\"hidden\"") || input.group().contains("type=\"HIDDEN\"")) {
                values.put(
                        attribute(input.group(), "(?i:name)"),
                        attribute(input.group(), "(?i:value)").replaceAll("\\s", ""));
            }
        }
        return values;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1).replace("&amp;", "&") : "";
    }
}
