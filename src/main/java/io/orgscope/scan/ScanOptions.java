package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.scan.entity.EntityModel;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of a scan.
 *
 * @param column the organization column if no declaration names another
 * @param spec   null if nothing is declared yet
 * @param models the application's entities; null if they are not compared
 * @param deep   null to check only the catalog
 * @param role   the role of the application; null if it is not given
 * @param citus  whether to report how Citus would distribute the tables
 */
public record ScanOptions(Organizations organizations, String column, String defaultSchema, OrgScopeFile spec,
                          Baseline baseline, List<EntityModel> models, Deep deep, String role, boolean citus) {

    /**
     * How to check the data.
     *
     * @param sample  about how many rows of a larger table to check; 0 for all
     * @param timeout of each check
     */
    public record Deep(long sample, Duration timeout) {
    }

    /** The schema of an entry in the {@code .orgscope.yaml} that names none. */
    String specSchema() {
        return spec == null || spec.schema() == null ? defaultSchema : spec.schema();
    }

    /** The column of an entry in the {@code .orgscope.yaml} that names none. */
    String specColumn() {
        return spec == null ? ScopedTable.DEFAULT_COLUMN : spec.column();
    }

    Map<TableName, TableDeclaration> declared() {
        Map<TableName, TableDeclaration> declared = new LinkedHashMap<>();
        if (spec != null) {
            spec.tables().forEach(table -> declared.put(table.name(defaultSchema), table));
        }
        return declared;
    }
}
