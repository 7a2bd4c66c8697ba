package org.relais.keycloak.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.relais.keycloak.bench.measure.Result;

/**
 * Two bars for each scenario, the 95th percentiles of both servers, on a logarithmic scale. Every bar carries its number, so
 * that nobody has to tell colours apart; a screen reader gets the title and a sentence for each pair.
 */
final class Chart {

    private static final int WIDTH = 960;
    private static final int LEFT = 300;
    private static final int RIGHT = 90;
    private static final int TOP = 84;
    private static final int BAR = 13;
    private static final int ROW = 40;
    private static final String OURS = "#0b5cad";
    private static final String STOCK = "#b5530b";

    private final String title;
    private final List<Result> results;
    private final double lowest;
    private final double decades;

    Chart(String title, List<Result> results) {
        this.title = title;
        this.results = results;
        DoubleStream all = results.stream().flatMapToDouble(r -> DoubleStream.of(p95(r, true), p95(r, false)));
        var range = all.summaryStatistics();
        lowest = Math.floor(Math.log10(range.getMin()));
        decades = Math.ceil(Math.log10(range.getMax())) - lowest;
    }

    String svg() {
        int height = TOP + results.size() * ROW + 30;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        .formatted(WIDTH, height))
                .append(" aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">\n")
                .append("<title id=\"title\">%s</title>\n".formatted(escaped(title)))
                .append("<desc id=\"desc\">%s</desc>\n".formatted(escaped(sentences())))
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")
                .append(text(16, 28, "start", "#1a1a1a", "font-size=\"18\" font-weight=\"bold\"", title))
                .append(legend());
        for (int decade = 0; decade <= decades; decade++) {
            double value = Math.pow(10, lowest + decade);
            svg.append("<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#d0d0d0\"/>%n"
                            .formatted(x(value), TOP - 8, height - 26))
                    .append(text(x(value), height - 10, "middle", "#4a4a4a", "", axis(value)));
        }
        for (int i = 0; i < results.size(); i++) {
            svg.append(row(results.get(i), TOP + i * ROW));
        }
        return svg.append("</svg>\n").toString();
    }

    private String legend() {
        return "<rect x=\"16\" y=\"44\" width=\"14\" height=\"14\" fill=\"%s\"/>%n".formatted(OURS)
                + text(36, 56, "start", "#1a1a1a", "", "Relais (upper bar)")
                + "<rect x=\"176\" y=\"44\" width=\"14\" height=\"14\" fill=\"%s\"/>%n".formatted(STOCK)
                + text(196, 56, "start", "#1a1a1a", "", "Keycloak alone (lower bar)")
                + text(WIDTH - 16, 56, "end", "#4a4a4a", "", "milliseconds, 95th percentile, shorter is better");
    }

    private String row(Result result, int y) {
        return text(LEFT - 10, y + 18, "end", "#1a1a1a", "", result.name())
                + bar(p95(result, true), y, OURS)
                + bar(p95(result, false), y + BAR + 2, STOCK);
    }

    private String bar(double value, int y, String colour) {
        double end = x(value);
        return "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                        .formatted(LEFT, y, Math.max(1, end - LEFT), BAR, colour)
                + text(end + 6, y + 11, "start", "#1a1a1a", "", Numbers.number(value));
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (Math.log10(value) - lowest) / decades;
    }

    private String sentences() {
        return String.join(
                " ",
                results.stream()
                        .map(r -> "%s: Relais %s, Keycloak alone %s."
                                .formatted(r.name(), Numbers.millis(p95(r, true)), Numbers.millis(p95(r, false))))
                        .toList());
    }

    private static double p95(Result result, boolean ours) {
        return (ours ? result.ours() : result.stock()).percentile(95);
    }

    private static String axis(double value) {
        return value >= 1 ? "%.0f".formatted(value) : String.valueOf(value);
    }

    private static String text(double x, int y, String anchor, String colour, String more, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\" %s>%s</text>%n",
                x,
                y,
                anchor,
                colour,
                more,
                escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
