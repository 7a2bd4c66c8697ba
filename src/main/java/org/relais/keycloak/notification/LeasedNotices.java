package org.relais.keycloak.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What goes into one mail: all that is due for one person of one kind. Nobody else sends it until the lease is over.
 *
 * @param token   under which its rows are leased
 * @param notices one at least
 */
record LeasedNotices(String token, List<Notice> notices) {

    String realmId() {
        return first().realmId();
    }

    String userId() {
        return first().userId();
    }

    NoticeKind kind() {
        return first().kind();
    }

    List<String> subjectIds() {
        return notices.stream()
                .map(Notice::subjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Instant oldest() {
        return notices.stream().map(Notice::createdAt).min(Instant::compareTo).orElseThrow();
    }

    private Notice first() {
        return notices.get(0);
    }
}
