package org.relais.keycloak.it.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.server.Project;

/**
 * Fifty thousand requests at random. Whatever they ask, the server never fails, nothing of a foreign school or realm
 * changes, nobody is told of whom they must not know, and neither answers nor log show what is inside.
 *
 * <p>A finding names the number of its request: {@code -Drelais.fuzz.only=<number>} sends that one alone,
 * {@code -Drelais.fuzz.seed=<seed>} makes others. All findings are in
 * {@code target/it/fuzz.txt}.
 */
@ExtendWith(RelaisServer.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("relais.fuzz.requests", 50_000);
    private static final long SEED = Long.getLong("relais.fuzz.seed", 20_261_128L);
    private static final int SHOWN = 40;
    private static final Path REPORT = Project.target().resolve("it/fuzz.txt");

    @Test
    void no_request_breaks_a_rule(ServerUnderTest server) throws Exception {
        try (FuzzWorld world = new FuzzWorld(server)) {
            UntouchedRows rows = new UntouchedRows(world.first());
            List<String> realm = rows.ofRealm(world.third());
            List<String> school = rows.ofSchool(world.first(), FuzzRealm.FOREIGN_SCHOOL);
            Path log = server.process().log();
            long written = Files.size(log);
            ApiDocument document = ApiDocument.read();
            RequestMaker requests = new RequestMaker(SEED, document, world.pool(), world.ownRealms());
            FuzzRun run = new FuzzRun(server.url(), world, requests);

            Integer only = Integer.getInteger("relais.fuzz.only");
            run.send(only == null ? 0 : only, only == null ? REQUESTS : only + 1);

            report(run);
            SoftAssertions all = new SoftAssertions();
            all.assertThat(run.findings().stream().limit(SHOWN))
                    .as("seed %d: %d findings", SEED, run.findings().size())
                    .isEmpty();
            all.assertThat(rows.ofRealm(world.third())).isEqualTo(realm);
            all.assertThat(rows.ofSchool(world.first(), FuzzRealm.FOREIGN_SCHOOL))
                    .isEqualTo(school);
            all.assertThat(foreignActs(rows, world))
                    .as("acts on what is not theirs")
                    .isEmpty();
            if (only == null) {
                all.assertThat(run.neverDone(document.operations()))
                        .as("what no request could do")
                        .isEmpty();
            }
            all.assertThat(secretLines(log, written, world))
                    .as("lines of the log")
                    .isEmpty();
            all.assertAll();
        }
    }

    private static void report(FuzzRun run) throws IOException {
        List<String> lines = new ArrayList<>(run.findings());
        run.statuses().forEach((operation, statuses) -> lines.add(operation + " " + new TreeMap<>(statuses)));
        Files.write(REPORT, lines);
    }

    /** Whom a head has made a manager meanwhile may act as one. */
    private static List<String> foreignActs(UntouchedRows rows, FuzzWorld world) {
        Map<String, List<String>> allowed = world.groupsByActor();
        List<String> delegates = rows.delegates(world.first());
        return rows.acts(world.first()).stream()
                .filter(act -> {
                    String[] words = act.split(" ");
                    List<String> groups = allowed.get(words[0]);
                    return groups != null
                            && groups.stream().noneMatch(words[1]::startsWith)
                            && !delegates.contains(words[0] + " " + words[1]);
                })
                .toList();
    }

    private static List<String> secretLines(Path log, long from, FuzzWorld world) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> world.secrets().stream().anyMatch(line::contains))
                    .limit(SHOWN)
                    .toList();
        }
    }
}
