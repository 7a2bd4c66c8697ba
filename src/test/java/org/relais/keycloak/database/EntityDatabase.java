package org.relais.keycloak.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** The tables of some entities alone, without a server, in one of the databases that a build can start. */
public final class EntityDatabase implements AutoCloseable {

    private final List<Class<?>> entities;
    private final SessionFactory sessions;
    private final EmbeddedPostgres postgres;

    private EntityDatabase(List<Class<?>> entities, String url, EmbeddedPostgres postgres) {
        this.entities = entities;
        this.postgres = postgres;
        Configuration configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        this.sessions = configuration
                .setProperty("jakarta.persistence.jdbc.url", url)
                .setProperty("jakarta.persistence.jdbc.user", postgres == null ? "sa" : "postgres")
                .setProperty("jakarta.persistence.jdbc.password", postgres == null ? "" : "postgres")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .buildSessionFactory();
    }

    /** Empty, and the same for all tests of a class. */
    public EntityDatabase cleared() {
        for (Class<?> entity : entities) {
            inTransaction(em ->
                    em.createQuery("delete from " + entity.getSimpleName()).executeUpdate());
        }
        return this;
    }

    public static EntityDatabase h2(Class<?>... entities) {
        return new EntityDatabase(
                List.of(entities), "jdbc:h2:mem:" + entities[0].getSimpleName() + ";DB_CLOSE_DELAY=-1", null);
    }

    /** It finds that é is e, as MariaDB and MySQL do by default, and SQL Server where it is told to. */
    public static EntityDatabase h2IgnoringAccents(Class<?>... entities) {
        return new EntityDatabase(
                List.of(entities),
                "jdbc:h2:mem:unaccented-" + entities[0].getSimpleName()
                        + ";DB_CLOSE_DELAY=-1;INIT=SET COLLATION FRENCH STRENGTH PRIMARY",
                null);
    }

    public static EntityDatabase postgresql(Class<?>... entities) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target/postgres-" + entities[0].getSimpleName())
                        .toFile())
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        return new EntityDatabase(
                List.of(entities), "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()), postgres);
    }

    public <T> T inTransaction(Function<EntityManager, T> work) {
        return sessions.fromTransaction(work::apply);
    }

    /** Whoever asks for it ends it. */
    public EntityManager open() {
        EntityManager em = sessions.createEntityManager();
        em.getTransaction().begin();
        return em;
    }

    @Override
    public void close() throws IOException {
        sessions.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
