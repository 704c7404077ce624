package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Optional;

/**
 * The table of organizations and the column that identifies an organization.
 *
 * @param type the type of the key as SQL, if the user declares it; null to read it from the catalog
 */
public record Organizations(TableName table, String key, String type) {

    /** The table if {@code organizations:} names none. */
    public static final String DEFAULT_TABLE = "organizations";
    /** The key if {@code organizations:} names none. */
    public static final String DEFAULT_KEY = "id";

    /** The key as in the catalog. */
    Optional<Column> keyIn(Catalog catalog) {
        return catalog.find(table).flatMap(found -> found.column(key));
    }

    /** Whether the foreign key says that this column alone holds an organization's key. A key to another column of theirs does not. */
    public boolean keyOf(String column, ForeignKey foreignKey) {
        return foreignKey.columns().equals(List.of(column)) && foreignKey.target().equals(table) && foreignKey.targetColumns().equals(List.of(key));
    }

    /** The key that a route from a column of the table to the organizations has to write; empty if the foreign key or the primary key gives it. */
    public List<String> writtenKey(Catalog catalog, Table from, String column) {
        boolean given = from.foreignKeysOf(List.of(column)).stream().anyMatch(foreignKey -> keyOf(column, foreignKey))
                || catalog.find(table).flatMap(Table::primaryKey).map(primary -> primary.columns().equals(List.of(key))).orElse(false);
        return given ? List.of() : List.of(key);
    }
}
