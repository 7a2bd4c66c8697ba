package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables forget no endpoint, and have none that no longer exists. */
class EveryEndpointTest {

    @ParameterizedTest
    @EnumSource(ApiBase.class)
    void the_table_has_every_method_of_the_code(ApiBase base) {
        List<Endpoint> inTable = Matrix.endpoints().stream()
                .filter(endpoint -> endpoint.base() == base)
                .toList();

        List<Endpoint> inCode = base.resources().stream()
                .flatMap(resource -> endpoints(base, resource, "").stream())
                .toList();

        assertThat(inTable).isNotEmpty().containsExactlyInAnyOrderElementsOf(inCode);
    }

    /** What JAX-RS finds: methods with an HTTP method, and sub-resources, which have a path only. */
    private static List<Endpoint> endpoints(ApiBase base, Class<?> resource, String prefix) {
        return Stream.of(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class)
                        || httpMethod(method).isPresent())
                .flatMap(method -> httpMethod(method)
                        .map(verb -> Stream.of(new Endpoint(base, verb + " " + path(prefix, method))))
                        .orElseGet(() -> endpoints(base, method.getReturnType(), path(prefix, method)).stream()))
                .toList();
    }

    private static Optional<String> httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(String prefix, Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return prefix.isEmpty() || own.isEmpty() ? prefix + own : prefix + "/" + own;
    }
}
