package org.relais.keycloak.bench.measure;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a scenario was built to reach.
 *
 * @param text     the goal, as the report says it
 * @param unit     of what is measured
 * @param measured from a result
 * @param met      whether the measured value is good enough
 */
public record Goal(String text, String unit, ToDoubleFunction<Result> measured, Predicate<Double> met) {

    public static Goal p95AtMost(double millis) {
        return new Goal(
                "95 of 100 answers within " + plain(millis) + " ms",
                " ms",
                result -> result.ours().percentile(95),
                value -> value <= millis);
    }

    public static Goal timesAsFast(double times) {
        return new Goal(
                "at least " + plain(times) + " times as fast as Keycloak alone",
                "×",
                Result::ratio,
                ratio -> ratio >= times);
    }

    public static Goal notSlower() {
        return new Goal("not slower than Keycloak alone", "×", Result::ratio, ratio -> ratio >= 1);
    }

    public static Goal medianAtMostTimes(double times) {
        return new Goal(
                "median at most " + plain(times) + " times Keycloak's",
                "×",
                result -> result.ours().median() / result.stock().median(),
                value -> value <= times);
    }

    public static Goal timesTheThroughput(double times) {
        return new Goal(
                "with 8 clients at least " + plain(times) + " times the answers of Keycloak alone",
                "×",
                Result::ratioConcurrently,
                value -> value >= times);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
