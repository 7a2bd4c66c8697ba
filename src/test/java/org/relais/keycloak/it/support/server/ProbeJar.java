package org.relais.keycloak.it.support.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.relais.keycloak.probe.ProbeFactory;
import org.relais.keycloak.probe.ProbeResource;

/** Packs the probe's classes, always to the same bytes, so that the built installation can be kept. */
final class ProbeJar {

    private static final Class<?>[] CLASSES = {ProbeFactory.class, ProbeResource.class};

    private ProbeJar() {}

    static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            add(jar, "META-INF/beans.xml", new byte[0]);
            add(
                    jar,
                    "META-INF/services/" + RealmResourceProviderFactory.class.getName(),
                    ProbeFactory.class.getName().getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : CLASSES) {
                addClass(jar, type.getName());
            }
            addClass(jar, ProbeFactory.class.getName() + "$1");
        }
        return file;
    }

    private static void addClass(JarOutputStream jar, String name) throws IOException {
        String path = name.replace('.', '/') + ".class";
        try (InputStream in = ProbeJar.class.getClassLoader().getResourceAsStream(path)) {
            add(jar, path, in.readAllBytes());
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        var entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
