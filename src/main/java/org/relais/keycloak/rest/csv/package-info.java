/**
 * Files for spreadsheets: the tables that the API answers, and the files of grants and schools that it reads.
 *
 * <p>Read {@link org.relais.keycloak.rest.csv.Csv} first: how a cell is written safely; then
 * {@link org.relais.keycloak.rest.csv.CsvTable}: how a file is read whatever the spreadsheet made of it.
 *
 * <p>Only {@code rest} calls this package.
 *
 * <p>Never write a cell but through {@code Csv}, or a spreadsheet may run it as a formula. Never read a file without its
 * limits of size and lines. What a line means is judged by the room it is about, not here.
 */
package org.relais.keycloak.rest.csv;
