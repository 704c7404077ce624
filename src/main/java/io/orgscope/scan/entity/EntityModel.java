package io.orgscope.scan.entity;

import java.util.List;
import java.util.Map;

/**
 * An entity of the application, as its class file has it.
 *
 * @param className fully qualified
 * @param schema    null where the entity names none
 * @param tables    the names that its table may have: the one it says, or those that the usual naming strategies make
 * @param columns   the columns that it maps, by lower-case name
 */
public record EntityModel(String className, String schema, List<String> tables, Map<String, Mapping> columns) {

    /**
     * A mapped column.
     *
     * @param optional whether the application may leave it empty
     * @param tenant   whether Hibernate's {@code @TenantId} fills it
     */
    public record Mapping(String column, boolean optional, boolean tenant) {
    }
}
