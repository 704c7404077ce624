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
 * @param outside   a superclass or an embedded class that was not among the classes and may map more columns; null if there is none
 */
public record EntityModel(String className, String schema, List<String> tables, Map<String, Mapping> columns, String outside) {

    /**
     * A mapped column.
     *
     * @param optional whether the application may leave it empty. Hibernate fills a column with {@code @TenantId}
     * @param writable whether an INSERT of the application has it
     */
    public record Mapping(String column, boolean optional, boolean writable) {

        /** What two mappings of one column say together, such as an association that is only read and the key beside it. */
        Mapping and(Mapping other) {
            return new Mapping(column, optional && other.optional, writable || other.writable);
        }
    }
}
