package org.relais.keycloak.it.matrix;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Every text that a request can carry besides those of its path: parameters, headers and what its body is made of, as the
 * code declares them.
 */
final class RequestFields {

    /** What is no text and thus no id. */
    private static final Set<Class<?>> NO_TEXT = Set.of(LocalDate.class, Boolean.class, Integer.class, Long.class);

    private final List<IdPlace> found = new ArrayList<>();

    private RequestFields() {}

    static List<IdPlace> all() {
        RequestFields fields = new RequestFields();
        for (ApiBase base : ApiBase.values()) {
            base.resources().forEach(resource -> fields.add(base, resource, ""));
        }
        return fields.found;
    }

    private void add(ApiBase base, Class<?> resource, String prefix) {
        for (Method method : resource.getMethods()) {
            String own = method.isAnnotationPresent(Path.class)
                    ? method.getAnnotation(Path.class).value()
                    : "";
            String path = prefix.isEmpty() || own.isEmpty() ? prefix + own : prefix + "/" + own;
            List<String> verbs = Stream.of(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(found -> found != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> add(new Endpoint(base, verb + " " + path), method));
            if (verbs.isEmpty() && !own.isEmpty()) {
                requireOnlyPath(method);
                add(base, method.getReturnType(), path);
            }
        }
    }

    private void add(Endpoint endpoint, Method method) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getFields()) {
                    addNamed(endpoint, field);
                }
            } else {
                addNamed(endpoint, parameter);
            }
        }
        RequestBody body = method.getAnnotation(RequestBody.class);
        if (body != null) {
            Class<?> type = body.content()[0].schema().implementation();
            if (type == Void.class) {
                found.add(new IdPlace(endpoint, body.content()[0].mediaType()));
            } else {
                addParts(endpoint, "", type);
            }
        }
    }

    /** A parameter without an annotation is the body as it comes; {@link RequestBody} says what is in it. */
    private void addNamed(Endpoint endpoint, AnnotatedElement element) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            found.add(new IdPlace(
                    endpoint, element.getAnnotation(QueryParam.class).value()));
        } else if (element.isAnnotationPresent(HeaderParam.class)) {
            found.add(new IdPlace(
                    endpoint, element.getAnnotation(HeaderParam.class).value()));
        } else if (Stream.of(FormParam.class, CookieParam.class, MatrixParam.class)
                .anyMatch(element::isAnnotationPresent)) {
            throw new AssertionError("Teach this class to read " + element + " of " + endpoint);
        }
    }

    private void addParts(Endpoint endpoint, String prefix, Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                addParts(endpoint, prefix, argument);
            }
        } else if (((Class<?>) type).isRecord()) {
            for (RecordComponent part : ((Class<?>) type).getRecordComponents()) {
                addParts(endpoint, (prefix.isEmpty() ? "" : prefix + ".") + part.getName(), part.getGenericType());
            }
        } else if (!NO_TEXT.contains(type) && !((Class<?>) type).isEnum() && !((Class<?>) type).isPrimitive()) {
            IdPlace place = new IdPlace(endpoint, prefix);
            if (!found.contains(place)) {
                found.add(place);
            }
        }
    }

    private static void requireOnlyPath(Method subResource) {
        for (Parameter parameter : subResource.getParameters()) {
            if (!parameter.isAnnotationPresent(PathParam.class)) {
                throw new AssertionError(subResource + " takes more than a part of its path");
            }
        }
    }
}
