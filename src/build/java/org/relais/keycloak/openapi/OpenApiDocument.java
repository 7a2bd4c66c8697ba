package org.relais.keycloak.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.relais.keycloak.rest.ManagerResource;

/**
 * Writes the OpenAPI document of the two resources: {@code OpenApiDocument <file> <version>}. The smallrye-open-api Maven plugin
 * looks for paths in the classes of the JAR and nowhere else; {@link ApiRoot}, which has them, must not be there.
 */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        ClassLoader classes = OpenApiDocument.class.getClassLoader();
        var document = SmallRyeOpenAPI.builder()
                .withIndex(index())
                .withApplicationClassLoader(classes)
                .withScannerClassLoader(classes)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .withFilters(List.of(version(arguments[1])))
                .build();
        if (document.model().getPaths().getPathItems().isEmpty()) {
            throw new IllegalStateException("The resources have no method that the OpenAPI document could describe");
        }
        Files.writeString(Path.of(arguments[0]), withPublishedNames(document.toJSON()));
    }

    /** A page is named after the class of its items, and clients generated from the document know it by an older one. */
    private static String withPublishedNames(String json) {
        return json.replaceAll("\\bPage(\\w+)Representation\"", "Page$1View\"");
    }

    private static OASFilter version(String version) {
        return new OASFilter() {
            @Override
            public void filterOpenAPI(OpenAPI document) {
                document.getInfo().setVersion(version);
            }
        };
    }

    private static Index index() throws IOException, URISyntaxException {
        var indexer = new Indexer();
        indexer.indexClass(ApiRoot.class);
        indexer.indexClass(Application.class);
        for (Class<?> type : List.of(List.class, Map.class, Record.class, Enum.class)) {
            indexer.indexClass(type);
        }
        Path classes = Path.of(ManagerResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        }
        return indexer.complete();
    }
}
