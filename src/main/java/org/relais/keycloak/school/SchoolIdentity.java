package org.relais.keycloak.school;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What makes a group directly below the schools root a school: its name is its UAI, and its attribute {@code uai} confirms it.
 * Whoever may edit one of the two could otherwise make their group the school of somebody else.
 *
 * <p>The UAI is always the name as it is written: Keycloak lets no other group beside it have the same one. A name in small
 * letters counts only while no group has it in capitals, so that a UAI never leads to two groups.
 */
final class SchoolIdentity {

    private SchoolIdentity() {}

    /** The same as {@link #holds} in JPQL, about a group directly below the schools root; needs the parameter {@code uai}. */
    static String condition(String group) {
        return " exists (select su.id from GroupAttributeEntity su where su.group = %1$s and su.name = :uai)"
                        .formatted(group)
                + (" and not exists (select so.id from GroupAttributeEntity so where so.group = %1$s and so.name = :uai"
                                + " and (so.value is null or upper(so.value) <> upper(%1$s.name)))")
                        .formatted(group)
                + (" and (%1$s.name = upper(%1$s.name) or (%1$s.name = lower(%1$s.name) and not exists"
                                + " (select sd.id from GroupEntity sd where sd.realm = %1$s.realm and sd.type = 0"
                                + " and sd.parentId = %1$s.parentId and sd.id <> %1$s.id"
                                + " and sd.name = upper(%1$s.name))))")
                        .formatted(group);
    }

    /**
     * Whether a group directly below the schools root is a school.
     *
     * @param said  the values of its attribute {@code uai}
     * @param taken whether another group beside it has a name
     */
    static boolean holds(String name, Collection<String> said, Predicate<String> taken) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return isConfirmed(name, said)
                && (name.equals(capitals) || (name.equals(name.toLowerCase(Locale.ROOT)) && !taken.test(capitals)));
    }

    static boolean isConfirmed(String name, Collection<String> said) {
        return !said.isEmpty() && said.stream().allMatch(name::equalsIgnoreCase);
    }
}
