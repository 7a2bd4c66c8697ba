package org.relais.keycloak.it.support.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that hears every mail to its end and then does not want those to one address. */
public final class RejectingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String refused;
    private final int code;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    private RejectingMailServer(String refused, int code) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.refused = refused;
        this.code = code;
    }

    public static RejectingMailServer refusing(String address, int code) {
        try {
            RejectingMailServer server = new RejectingMailServer(address, code);
            Thread thread = new Thread(server::serve, "picky-mail-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** To whom the mails were that it has taken. */
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException gone) {
                // the next one, or none once it is closed
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        String recipient = "";
        say(out, "220 here");
        String line = in.readLine();
        while (line != null) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(out, "250 ok");
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                while (line != null && !line.equals(".")) {
                    line = in.readLine();
                }
                say(out, answerTo(recipient));
            } else {
                say(out, command.equals("QUIT") ? "221 bye" : "250 ok");
            }
            line = in.readLine();
        }
    }

    private String answerTo(String recipient) {
        if (recipient.equals(refused)) {
            return code + " not this one";
        }
        taken.add(recipient);
        return "250 ok";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
