package org.relais.keycloak.grant;

import java.time.LocalDate;

/**
 * A line of a list of accesses to give, as written; a field that is not there is empty.
 *
 * @param number  where it stands in the list, for whoever looks for it
 * @param endsOn  the last day as written
 * @param lastDay the day that it says; null if it says none
 * @param tooWide whether there are more fields than a line has
 */
public record GrantImportLine(
        int number,
        String identifier,
        String uai,
        String suffix,
        String endsOn,
        LocalDate lastDay,
        String reason,
        boolean tooWide) {

    static final int COLUMNS = 5;
}
