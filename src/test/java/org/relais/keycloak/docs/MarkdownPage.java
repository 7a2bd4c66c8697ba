package org.relais.keycloak.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, as its readers on a forge see it. */
record MarkdownPage(Path file, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    /** What is neither a block of code nor code within a line. */
    String prose() {
        return CODE.matcher(String.join("\n", withoutBlocks())).replaceAll("``");
    }

    /** Where links and pictures lead, but for those that leave the repository. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(match -> match.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        return withoutBlocks().stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip())
                .map(title -> {
                    String anchor = anchor(title);
                    int times = seen.merge(anchor, 1, Integer::sum);
                    return times == 1 ? anchor : anchor + "-" + (times - 1);
                })
                .toList();
    }

    /** All that a pattern finds outside of links. */
    List<MatchResult> find(Pattern pattern) {
        return pattern.matcher(LINK.matcher(text()).replaceAll("]()")).results().toList();
    }

    private static String anchor(String title) {
        String words = title.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        return words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private List<String> withoutBlocks() {
        List<String> outside = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.strip().startsWith("```")) {
                inside = !inside;
            } else if (!inside) {
                outside.add(line);
            }
        }
        return outside;
    }
}
