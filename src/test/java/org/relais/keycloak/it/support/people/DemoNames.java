package org.relais.keycloak.it.support.people;

/** The people, groups and applications of the demo's realm by which the tests call them. */
public final class DemoNames {

    /** Head of {@link #SCHOOL} and of {@link #OTHER_SCHOOL}. */
    public static final String HEAD = "nolwenn.legoff";

    /** Head of a school that is none of the two. */
    public static final String HEAD_ELSEWHERE = "yann.riou";

    /** Has the function of an assistant, in no school yet. */
    public static final String ASSISTANT = "helene.gueguen";

    /** Another assistant in no school yet. */
    public static final String OTHER_ASSISTANT = "mael.kerbrat";

    /** An official assistant of the school of {@link #HEAD_ELSEWHERE}. */
    public static final String ASSISTANT_ELSEWHERE = "anais.lebihan";

    /** Teaches at {@link #SCHOOL}. */
    public static final String TEACHER = "paul.martin";

    public static final String ADMINISTRATOR = "admin.academie";

    public static final String SCHOOL = "0359001U";
    public static final String OTHER_SCHOOL = "0359002V";

    /** The assistants of {@link #SCHOOL}: opens {@link #PRONOTE}. */
    public static final String GROUP = SCHOOL + "_AES";

    /** The assistants of {@link #OTHER_SCHOOL}. */
    public static final String OTHER_GROUP = OTHER_SCHOOL + "_AES";

    /** Opens Moodle, where members of {@link #GROUP} are wanted too. */
    public static final String MOODLE_GROUP = SCHOOL + "_eleves-invites";

    public static final String PRONOTE = "pronote-" + SCHOOL;

    /** The address of the demo's application, which is among the addresses of each client. */
    public static final String DEMO_APP = "http://localhost:8081/";

    private DemoNames() {}

    /** The address that the demo gives to somebody. */
    public static String email(String username) {
        return username + "@academie.example";
    }
}
