package org.relais.keycloak.it.fuzz;

import java.util.List;

/** Who sends requests. Those of the first realm have rights over a few groups, those of the second over all of theirs. */
enum FuzzRole {
    /** An official member of a school without any right. */
    TEACHER,
    /** Somebody whose grant in a group runs. */
    ASSISTANT,
    /** The head of two schools. */
    HEAD,
    /** The head of a third school. */
    HEAD_ELSEWHERE,
    /** Somebody to whom the head has delegated one group, and none of its siblings. */
    DELEGATE,
    /** A program that may read the feed of one application. */
    FEED_READER,
    /** Somebody with the role {@code view-users}, who may see every row and change none. */
    VIEWER,
    /** Somebody with the role {@code manage-users} in the second realm. */
    USER_MANAGER,
    /** The administrator of the second realm. */
    ADMINISTRATOR;

    static final List<FuzzRole> ALL = List.of(values());

    /** Whether they see names only as managers do. */
    boolean isManager() {
        return ordinal() <= FEED_READER.ordinal();
    }

    boolean isOfSecondRealm() {
        return this == USER_MANAGER || this == ADMINISTRATOR;
    }

    boolean asksAsAdministrator() {
        return !isManager();
    }
}
