package org.relais.keycloak.rest.http;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;

/** Reads query parameters and ids: JAX-RS alone answers 404 or 500 to what it cannot convert. */
public final class QueryParams {

    private QueryParams() {}

    /** A whole number from {@code least} to {@code most}. */
    public static int number(String name, String value, int byDefault, int least, int most) {
        if (value == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw outside(name, least, most);
        }
        throw outside(name, least, most);
    }

    public static boolean flag(String name, String value, boolean byDefault) {
        if (value == null) {
            return byDefault;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidInput(Problem.at(name, RequestProblem.NOT_ONE_OF, "true, false"));
        }
        return Boolean.parseBoolean(value);
    }

    public static LocalDate day(String name, String value) {
        return value == null
                ? null
                : LocalDateDeserializer.read(value)
                        .orElseThrow(() -> new InvalidInput(Problem.at(name, CommonProblem.WRONG_DAY)));
    }

    public static <E extends Enum<E>> E oneOf(String name, String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(Problem.at(
                        name,
                        RequestProblem.NOT_ONE_OF,
                        Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    public static String text(String name, String value, int longest) {
        if (value != null && (value.length() > longest || !CleanText.isClean(value))) {
            throw new InvalidInput(Problem.at(name, CommonProblem.WRONG_TEXT, longest));
        }
        return value;
    }

    /** An id in a path or a query; text that cannot be an id is answered as the id of nothing. */
    public static String id(ProblemCode notFound, String value) {
        if (!value.matches("[A-Za-z0-9:._@-]{1,255}")) {
            throw new NotFound(notFound);
        }
        return value;
    }

    private static InvalidInput outside(String name, int least, int most) {
        return new InvalidInput(Problem.at(name, CommonProblem.NOT_IN_RANGE, least, most));
    }
}
