package io.orgscope.step;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import io.orgscope.spec.OnDelete;
import io.orgscope.spec.Routes;
import io.orgscope.spec.Tuning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The properties of a change or a precondition by their names. A property is not set if it is empty, or if it is still
 * the literal {@code ${orgscope.…}} of a packaged step whose parameter the user did not set.
 */
public final class Settings {

    public static final String SCHEMA = "schemaName";
    public static final String TABLE = "tableName";
    public static final String COLUMN = "columnName";
    public static final String ORGANIZATIONS_SCHEMA = "organizationsSchemaName";
    public static final String ORGANIZATIONS_TABLE = "organizationsTableName";
    public static final String ORGANIZATIONS_KEY = "organizationsKey";
    public static final String ORGANIZATIONS_TYPE = "organizationsType";
    public static final String ROUTE = "route";
    public static final String LOCK_TIMEOUT = "lockTimeout";
    public static final String LOCK_DEADLINE = "lockDeadline";

    /** Defaults. A property with its default value gives the same checksum as a property that is not set. */
    private static final Map<String, String> DEFAULTS = Map.of(COLUMN, ScopedTable.DEFAULT_COLUMN, ORGANIZATIONS_TABLE, Organizations.DEFAULT_TABLE,
            ORGANIZATIONS_KEY, Organizations.DEFAULT_KEY, "onDelete", OnDelete.CASCADE.word(), "moves", Moves.FOLLOW.word());

    private final Map<String, String> values = new TreeMap<>();

    /** Sets a property. A blank value, a default and a parameter that was not replaced count as not set. */
    public void set(String name, String value) {
        if (value == null || value.isBlank() || value.equals(DEFAULTS.get(name)) || value.strip().matches("\\$\\{orgscope\\.[^}]*}")) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** The value, or null. */
    public String get(String name) {
        return values.get(name);
    }

    /** The value, if the property is set. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The table of these settings.
     *
     * @param defaultSchema the schema for names without one
     */
    public ScopedTable scopedTable(String defaultSchema) {
        for (String name : List.of(SCHEMA, TABLE, COLUMN, ORGANIZATIONS_SCHEMA, ORGANIZATIONS_TABLE, ORGANIZATIONS_KEY)) {
            requireName(name);
        }
        String schema = find(SCHEMA).orElse(defaultSchema);
        Organizations organizations = new Organizations(
                new TableName(find(ORGANIZATIONS_SCHEMA).orElse(defaultSchema),
                        find(ORGANIZATIONS_TABLE).orElse(Organizations.DEFAULT_TABLE)),
                find(ORGANIZATIONS_KEY).orElse(Organizations.DEFAULT_KEY), get(ORGANIZATIONS_TYPE));
        return new ScopedTable(new TableName(schema, get(TABLE)), find(COLUMN).orElse(ScopedTable.DEFAULT_COLUMN),
                organizations, Routes.parse(get(ROUTE)));
    }

    /** Throws if the property is a name that PostgreSQL would shorten. */
    public void requireName(String property) {
        find(property).flatMap(Identifier::problem).ifPresent(problem -> {
            throw new OrgScopeException(property + " " + problem);
        });
    }

    /** The message if an element does not have a property. Liquibase itself ignores unknown properties. */
    static Optional<String> unknown(String element, Collection<String> present, Collection<String> known) {
        // An element without properties has one child without a name.
        return present.stream().filter(name -> name != null && !known.contains(name)).findFirst().map(name -> element
                + " has no property '" + name + "'." + Names.didYouMean(name, known) + " It has: "
                + String.join(", ", new TreeSet<>(known)) + ".");
    }

    /** A route as text, also if the user wrote a YAML list of texts. */
    static String routeText(Object value) {
        if (value instanceof Collection<?> items && !items.isEmpty()) {
            return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        }
        if (value instanceof String text) {
            return text;
        }
        throw new OrgScopeException("Write the route of a change as a text; routes with when: or where: as a block of text:"
                + " 'route: |' and the list indented below it.");
    }

    public LockPolicy locks() {
        return Tuning.locks(get(LOCK_TIMEOUT), get(LOCK_DEADLINE));
    }
}
