package org.relais.keycloak.delivery.moodle;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong with a Moodle, as long as it is told to. */
public final class StubFaults {

    private final Random random = new Random(7);
    private volatile Duration latency = Duration.ZERO;
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile int status = 200;
    private volatile String retryAfter;
    private volatile String errorCode;
    private volatile String failing;
    private volatile String lacking;
    private volatile String breaking;
    private volatile double losses;
    private volatile boolean dead;
    private final AtomicInteger refusals = new AtomicInteger();

    /** How many calls maintenance or switched-off services have refused. */
    public int refusals() {
        return refusals.get();
    }

    /** All is well again. */
    public void none() {
        latency = Duration.ZERO;
        status = 200;
        retryAfter = null;
        errorCode = null;
        lacking = null;
        breaking = null;
        losses = 0;
        dead = false;
        hanging.countDown();
    }

    public void latency(Duration each) {
        latency = each;
    }

    /** Takes requests and does not answer before all is well again. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    /** CLI maintenance: 503 with a page for people. */
    public void maintenance(String wait) {
        status = 503;
        retryAfter = wait;
    }

    /** Web services switched off: 403 without a word. */
    public void servicesOff() {
        status = 403;
    }

    /** Every call is answered with 200 and this error. */
    public void error(String code) {
        error(code, null);
    }

    /** The same for one function only. */
    public void error(String code, String function) {
        failing = function;
        errorCode = code;
    }

    /** A new account with this in it is answered with 500. */
    public void breakOn(String text) {
        breaking = text;
    }

    boolean breakOnCreating(String body) {
        return breaking != null && body.contains(breaking) && body.contains("core_user_create_users");
    }

    public void lack(String function) {
        lacking = function;
    }

    /** This share of calls is cut off, half of them after they have been carried out. */
    public void losing(double share) {
        losses = share;
    }

    /** The connection is closed without an answer. */
    public void dead() {
        dead = true;
    }

    boolean lacks(String function) {
        return function.equals(lacking);
    }

    Optional<String> errorCode(String function) {
        return Optional.ofNullable(errorCode).filter(code -> failing == null || failing.equals(function));
    }

    synchronized boolean losesTheAnswer() {
        return random.nextDouble() < losses / 2;
    }

    /** Returning true ends the exchange: without an answer unless one was sent. */
    boolean answerInstead(HttpExchange exchange) throws IOException {
        pause();
        if (dead || losesTheRequest()) {
            return true;
        }
        if (status == 200) {
            return false;
        }
        refusals.incrementAndGet();
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        MoodleStub.send(
                exchange, status, status == 503 ? "<html><body>This site is undergoing maintenance</body></html>" : "");
        return true;
    }

    private synchronized boolean losesTheRequest() {
        return random.nextDouble() < losses / 2;
    }

    private void pause() {
        try {
            hanging.await();
            TimeUnit.NANOSECONDS.sleep(latency.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
