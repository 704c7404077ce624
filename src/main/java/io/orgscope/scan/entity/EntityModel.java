package io.orgscope.scan.entity;

import java.util.List;
import java.util.Map;

/**
 * An entity of the application, from its class file.
 *
 * @param className fully qualified
 * @param schema    null if the entity names none
 * @param tables    the possible names of its table: the one it names, or those of the usual naming strategies
 * @param columns   the columns that it maps, by lower-case name
 */
public record EntityModel(String className, String schema, List<String> tables, Map<String, Mapping> columns) {

    /**
     * A mapped column.
     *
     * @param optional whether the application may leave it empty. Hibernate fills a column with {@code @TenantId}
     */
    public record Mapping(String column, boolean optional) {
    }
}
