package org.relais.keycloak.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes every mail the demo sends, to whomever, and shows them on a page: the list, the newest first, and each of them. */
final class DemoMails implements HttpHandler, AutoCloseable {

    static final String PATH = "/mails/";

    private final GreenMail server;

    private DemoMails(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        server = new GreenMail(setup);
        server.start();
    }

    static DemoMails receive(int port) {
        return new DemoMails(port);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String number = exchange.getRequestURI().getPath().substring(PATH.length());
            MimeMessage[] mails = server.getReceivedMessages();
            boolean one = number.matches("[0-9]{1,6}") && Integer.parseInt(number) < mails.length;
            byte[] page = (one ? html(mails[Integer.parseInt(number)]) : list(mails)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String html(MimeMessage mail) throws IOException, MessagingException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }

    private static String list(MimeMessage[] mails) {
        String rows = IntStream.iterate(mails.length - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> row(i, mails[i]))
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="refresh" content="5">
                <title>Courriels de la démonstration</title>
                <style>body { margin: 2rem; font: 16px/1.5 sans-serif } td, th { padding: .4rem 1rem .4rem 0; text-align: left }</style>
                </head>
                <body>
                <h1>Courriels de la démonstration</h1>
                <p>Tout ce que Keycloak envoie arrive ici, et nulle part ailleurs.</p>
                <table><tr><th scope="col">À</th><th scope="col">Objet</th></tr>
                %s
                </table>
                </body>
                </html>
                """.formatted(rows);
    }

    private static String row(int number, MimeMessage mail) {
        try {
            return "<tr><td>%s</td><td><a href=\"%s%d\">%s</a></td></tr>"
                    .formatted(text(mail.getAllRecipients()[0].toString()), PATH, number, text(mail.getSubject()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
