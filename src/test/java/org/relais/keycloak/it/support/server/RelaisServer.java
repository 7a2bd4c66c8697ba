package org.relais.keycloak.it.support.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.relais.keycloak.it.support.protocol.Chromium;

/**
 * Gives a test the shared {@link ServerUnderTest}, which is started when the first test asks for it and stopped after the
 * last, and the {@link TestRealm} and the {@link Chromium} of the test's class, which go after that class. After each test the server's
 * clock is right again. No class begins on one day and ends on the next.
 */
public final class RelaisServer implements ParameterResolver, BeforeAllCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(RelaisServer.class);

    private static RuntimeException failure;

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ServerUnderTest.class || type == TestRealm.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        if (wanted == Chromium.class) {
            return ofClass(context).computeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
        }
        ServerUnderTest server = server(context);
        if (wanted == ServerUnderTest.class) {
            return server;
        }
        return ofClass(context).computeIfAbsent(TestRealm.class, type -> TestRealm.fresh(server), TestRealm.class);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Days.awaitNextDayIfItIsNear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ServerUnderTest server = ofRun(context).get(ServerUnderTest.class, ServerUnderTest.class);
        if (server != null) {
            server.clock().reset();
        }
    }

    private static ServerUnderTest server(ExtensionContext context) {
        Store store = ofRun(context);
        TestDatabases databases =
                store.computeIfAbsent(TestDatabases.class, type -> TestDatabases.start(), TestDatabases.class);
        return store.computeIfAbsent(ServerUnderTest.class, type -> start(databases), ServerUnderTest.class);
    }

    /** A server that did not start once is not tried again for each class. */
    private static ServerUnderTest start(TestDatabases databases) {
        if (failure != null) {
            throw failure;
        }
        try {
            return ServerUnderTest.shared(databases);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private static Store ofRun(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }

    private static Store ofClass(ExtensionContext context) {
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(NAMESPACE);
    }
}
