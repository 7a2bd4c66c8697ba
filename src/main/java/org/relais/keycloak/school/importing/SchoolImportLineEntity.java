package org.relais.keycloak.school.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Nationalized;
import org.relais.keycloak.problem.Problem;

/** A school that an import has yet to change, or could not change. */
@Entity
@Table(name = "RELAIS_IMPORT_LINE")
public class SchoolImportLineEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "IMPORT_ID", length = 36, nullable = false)
    String importId;

    @Column(name = "LINE_NO", nullable = false)
    int line;

    @Column(name = "UAI", length = 16, nullable = false)
    String uai;

    @Nationalized
    @Column(name = "NAME")
    String name;

    @Nationalized
    @Column(name = "TYPE")
    String type;

    @Column(name = "CLOSED")
    Boolean closed;

    /** Code of the problem that keeps it from being done; null while it is to be done. */
    @Column(name = "PROBLEM", length = 64)
    String problem;

    /** What fills the problem's message, in lines. */
    @Nationalized
    @Column(name = "PARAMS", length = 1000)
    String params;

    SchoolLine toLine() {
        return new SchoolLine(line, uai, name, type, closed);
    }

    SchoolImport.Failure toFailure() {
        List<Object> filling =
                params == null ? List.of() : List.copyOf(params.lines().toList());
        return new SchoolImport.Failure(line, uai, new Problem("uai", problem, filling));
    }
}
