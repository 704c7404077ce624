package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.scan.entity.EntityModel;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to scan and how.
 *
 * @param column  the organization column where no declaration names another
 * @param spec    null where nothing is declared yet
 * @param models  the application's entities; null when they were not asked for
 * @param deep    null to look at the catalog only
 * @param role    as whom the application connects; null when it was not said
 * @param citus   whether to say what Citus would make of the tables
 */
public record ScanOptions(Organizations organizations, String column, String defaultSchema, OrgScopeFile spec,
                          Baseline baseline, List<EntityModel> models, Deep deep, String role, boolean citus) {

    /**
     * How to look at the data.
     *
     * @param sample  about how many rows of a table to look at when it has more; 0 for all
     * @param timeout of each check
     */
    public record Deep(long sample, Duration timeout) {
    }

    Map<TableName, TableDeclaration> declared() {
        Map<TableName, TableDeclaration> declared = new LinkedHashMap<>();
        if (spec != null) {
            spec.tables().forEach(table -> declared.put(table.name(defaultSchema), table));
        }
        return declared;
    }
}
