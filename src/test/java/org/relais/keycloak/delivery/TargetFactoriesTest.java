package org.relais.keycloak.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Every kind of target, those to come included, says which setting is its address, and leaves it to one rule where secrets go. */
class TargetFactoriesTest {

    @ParameterizedTest
    @MethodSource("factories")
    void the_address_is_one_of_its_settings_and_no_secret(TargetFactory factory) {
        assertThat(factory.getConfigProperties())
                .filteredOn(property -> property.getName().equals(factory.addressProperty()))
                .singleElement()
                .satisfies(address -> assertThat(address.isSecret()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void no_kind_goes_round_the_rule_for_secrets(TargetFactory factory) throws NoSuchMethodException {
        assertThat(factory.getClass()
                        .getMethod(
                                "validateConfiguration", KeycloakSession.class, RealmModel.class, ComponentModel.class)
                        .getDeclaringClass())
                .isEqualTo(TargetFactory.class);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void what_sounds_like_a_secret_is_one(TargetFactory factory) {
        List<String> shown = factory.getConfigProperties().stream()
                .filter(property -> !property.isSecret())
                .map(ProviderConfigProperty::getName)
                .toList();

        assertThat(shown).noneMatch(name -> name.toLowerCase().matches(".*(secret|token|password|key).*"));
    }

    @Test
    void there_are_some() {
        assertThat(factories()).isNotEmpty();
    }

    static Stream<TargetFactory> factories() {
        return ServiceLoader.load(TargetFactory.class).stream().map(ServiceLoader.Provider::get);
    }
}
