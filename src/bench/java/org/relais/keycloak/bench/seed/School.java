package org.relais.keycloak.bench.seed;

import java.util.List;
import java.util.stream.IntStream;

/** A school with the ids of its own group and of its managed groups, which follow from its number. */
public record School(int number, String uai) {

    public static final int COUNT = 3_000;

    private static final List<String> DEPARTMENTS = List.of("022", "029", "035", "056");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    static School numbered(int number) {
        String digits =
                DEPARTMENTS.get(number % DEPARTMENTS.size()) + "%04d".formatted(1 + number / DEPARTMENTS.size());
        return new School(number, digits + LETTERS.charAt(Integer.parseInt(digits) % LETTERS.length()));
    }

    static List<School> all() {
        return IntStream.range(0, COUNT).mapToObj(School::numbered).toList();
    }

    public String id() {
        return Ids.of(Ids.SCHOOL, number);
    }

    /** The id of the group this school has for a profile. */
    public String groupId(String suffix) {
        return Ids.of(Ids.GROUP, (long) number * Suffixes.ALL.size() + Suffixes.ALL.indexOf(suffix));
    }

    public String groupName(String suffix) {
        return uai + "_" + suffix;
    }

    /** One school in ten is a secondary school with a PRONOTE of its own. */
    boolean hasPronote() {
        return number % 10 == 0;
    }
}
