package org.relais.keycloak.school;

/**
 * A school: a realm group under the schools root that carries a UAI.
 *
 * @param id     the id of its group
 * @param uai    its national identifier
 * @param name   its name as people say it, from the group's description; the UAI if there is none
 * @param type   CLG, LYC, LP, EREA, ECOLE or whatever the academy writes; may be null
 * @param closed whether it has closed: it is kept, with its history, and takes no new grants
 */
public record School(String id, String uai, String name, String type, boolean closed) {}
