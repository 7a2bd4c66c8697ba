package org.relais.keycloak.it.support.stub;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;

/** A mail as it arrived, in its two forms. */
public record Mail(String to, String subject, String text, String html, List<String> headers) {

    static Mail of(MimeMessage message) {
        try {
            MimeMultipart forms = (MimeMultipart) message.getContent();
            return new Mail(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    ((String) forms.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    (String) forms.getBodyPart(1).getContent(),
                    Collections.list(message.getAllHeaderLines()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the HTML form says, without its tags. */
    public String said() {
        return html.replaceAll("(?s)<style>.*?</style>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
