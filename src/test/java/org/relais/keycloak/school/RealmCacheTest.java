package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;

class RealmCacheTest {

    private final RealmModel realm = cachedRealm();
    private final ComponentModel component = component("first");

    @Test
    void the_same_components_are_read_once() {
        assertThat(nameOf(component)).isEqualTo("first");
        component.setName("changed in place, and not saved yet");
        assertThat(nameOf(component)).isEqualTo("first");
    }

    /** As Keycloak gives them to the request that changes one: with the same id. */
    @Test
    void others_in_their_place_are_read_anew() {
        assertThat(nameOf(component)).isEqualTo("first");
        ComponentModel other = component("second");
        assertThat(nameOf(other)).isEqualTo("second");
        assertThat(nameOf(other, component)).isEqualTo("second");
    }

    @Test
    void each_realm_in_the_cache_has_its_own() {
        assertThat(nameOf(component)).isEqualTo("first");
        component.setName("saved");
        assertThat(RealmCache.of(cachedRealm(), String.class, List.of(component), RealmCacheTest::read))
                .isEqualTo("saved");
    }

    private String nameOf(ComponentModel... components) {
        return RealmCache.of(realm, String.class, List.of(components), RealmCacheTest::read);
    }

    private static String read(List<ComponentModel> components) {
        return components.get(0).getName();
    }

    private static ComponentModel component(String name) {
        ComponentModel component = new ComponentModel();
        component.setId("an-id");
        component.setName(name);
        return component;
    }

    private static RealmModel cachedRealm() {
        ConcurrentHashMap<Object, Object> beside = new ConcurrentHashMap<>();
        return (RealmModel) Proxy.newProxyInstance(
                RealmCacheTest.class.getClassLoader(),
                new Class<?>[] {CachedRealmModel.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("getCachedWith");
                    return beside;
                });
    }
}
