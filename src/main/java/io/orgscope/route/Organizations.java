package io.orgscope.route;

import io.orgscope.postgres.TableName;

/**
 * The table of organizations and the column that identifies an organization.
 *
 * @param type the type of the key as SQL, if the user declares it; null to read it from the catalog
 */
public record Organizations(TableName table, String key, String type) {

    public static final String DEFAULT_TABLE = "organizations";
    public static final String DEFAULT_KEY = "id";
}
