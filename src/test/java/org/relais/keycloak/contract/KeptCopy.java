package org.relais.keycloak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** A text that others rely on, as it was when somebody last said that it is right. */
public final class KeptCopy {

    private static final Path COPIES = Path.of("src/test/resources/contract");

    private final Path copy;

    private KeptCopy(Path copy) {
        this.copy = copy;
    }

    /** @param file the name of a file of {@code src/test/resources/contract} */
    public static KeptCopy in(String file) {
        return new KeptCopy(COPIES.resolve(file));
    }

    /** Fails where the lines differ from the copy's, and says how to renew the copy. */
    public void isEqualTo(Collection<String> lines) throws IOException {
        Path present = Path.of("target/contract").resolve(copy.getFileName());
        Files.createDirectories(present.getParent());
        Files.write(present, lines);
        assertThat(lines).as(remedy(present, copy)).containsExactlyElementsOf(Files.readAllLines(copy));
    }

    static String remedy(Path present, Path copy) {
        return "the contract. If the change is meant and only adds: cp %s %s".formatted(present, copy);
    }
}
