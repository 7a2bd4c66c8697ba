package org.relais.keycloak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentFactory;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.relais.keycloak.event.RelaisHousekeeping;

/** What realms and servers name: SPIs, the ids of providers, the types of components and the names of their settings. */
class ProvidersContractTest {

    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

    @Test
    void spis_providers_and_their_settings_are_those_that_realms_name() throws IOException {
        KeptCopy.in("providers.txt")
                .isEqualTo(services()
                        .flatMap(ProvidersContractTest::lines)
                        .sorted()
                        .toList());
    }

    @Test
    void the_lock_of_the_cluster_has_the_name_that_other_nodes_know() {
        assertThat(new RelaisHousekeeping(Clock.systemUTC(), null).getTaskName())
                .isEqualTo("RelaisHousekeeping");
    }

    private static Stream<Class<?>> services() throws IOException {
        List<Class<?>> services = new ArrayList<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            files.forEach(file -> services.add(service(file.getFileName().toString())));
        }
        return services.stream();
    }

    private static Class<?> service(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> lines(Class<?> service) {
        return own(service)
                .flatMap(provider -> provider instanceof Spi spi
                        ? Stream.of("spi " + spi.getName())
                        : lines(spiOf(service), (ProviderFactory<?>) provider));
    }

    private static Stream<String> lines(Spi spi, ProviderFactory<?> factory) {
        String name = "provider " + spi.getName() + " " + factory.getId();
        String component = factory instanceof ComponentFactory
                ? " of type " + spi.getProviderClass().getName()
                : "";
        return Stream.concat(
                Stream.of(name + component), settings(factory).map(setting -> name + " setting " + setting.getName()));
    }

    private static Stream<ProviderConfigProperty> settings(ProviderFactory<?> factory) {
        List<ProviderConfigProperty> settings =
                factory instanceof ConfiguredProvider configured ? configured.getConfigProperties() : List.of();
        return settings == null ? Stream.of() : settings.stream();
    }

    private static Stream<?> own(Class<?> service) {
        return ServiceLoader.load(service).stream()
                .filter(provider -> provider.type().getName().startsWith("org.relais."))
                .map(ServiceLoader.Provider::get);
    }

    private static Spi spiOf(Class<?> service) {
        return ServiceLoader.load(Spi.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(spi -> spi.getProviderFactoryClass().equals(service))
                .findFirst()
                .orElseThrow();
    }
}
