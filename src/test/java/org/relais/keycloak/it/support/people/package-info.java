/**
 * Who acts in a test, and what they do to each other.
 *
 * <ul>
 *   <li>{@link DemoNames}: names of the demo's people, groups and applications
 *   <li>{@link TestPerson}: a new account, made by a builder: {@code aPerson().officiallyIn(GROUP).in(realm)}
 *   <li>{@link AccountToCreate}: an account as an administrator creates it, its address not verified
 *   <li>{@link ManyPeople}: thousands of people, written straight into the database
 *   <li>{@link Manager}: somebody who manages groups, by the API
 *   <li>{@link Change}: the body of a change set: {@code aChange().adding(person)}
 *   <li>{@link GrantToGive}: a change set of one: {@code aGrant(realm).to(username).give()}
 *   <li>{@link OfficialRecordFixture}: writes the functions of people, reads what the rule made of them
 *   <li>{@link TestServiceAccount}: a program with an account of its own
 *   <li>{@link PeopleSearch}: finds people as a manager does
 *   <li>{@link PageFixture}: people and grants that the pages show
 * </ul>
 */
package org.relais.keycloak.it.support.people;
