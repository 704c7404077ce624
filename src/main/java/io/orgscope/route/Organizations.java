package io.orgscope.route;

import io.orgscope.postgres.TableName;

/**
 * The table of organizations and the column that identifies one.
 *
 * @param type the key's type as SQL, where the user declares it; null to ask the catalog
 */
public record Organizations(TableName table, String key, String type) {

    public static final String DEFAULT_TABLE = "organizations";
    public static final String DEFAULT_KEY = "id";
}
