package io.orgscope.plan.graph;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the table of organizations, or names tables that it may be. */
public final class OrganizationsFinder {

    private static final Pattern SEGMENT = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^.\"]+)");

    private final Catalog catalog;
    private final String defaultSchema;

    public OrganizationsFinder(Catalog catalog, String defaultSchema) {
        this.catalog = catalog;
        this.defaultSchema = defaultSchema;
    }

    /**
     * The organizations.
     *
     * @param schema null for the default schema, or the only one that has such a table
     * @throws OrgScopeException if there is no such table, or no such key
     */
    public Organizations find(String schema, String table, String key) {
        Table found = table(schema, table);
        Column column = found.column(key).orElseThrow(() -> new OrgScopeException("The organizations table " + found.name()
                + " has no column " + key + ". Its primary key is "
                + found.primaryKey().map(Index::columns).map(columns -> String.join(", ", columns)).orElse("missing")
                + "; name the key with --organizations-key."
                + Names.didYouMean(key, found.columns().stream().map(Column::name).toList())));
        if (!found.uniqueBy(List.of(column.name()))) {
            throw new OrgScopeException(found.virtual(key) ? found.name().column(key) + " is a virtual generated column, which can have no unique index, so no"
                    + " foreign key can reference it. Name another key with --organizations-key."
                    : found.name().column(key) + " has no unique index, so no foreign key can reference it."
                    + " Make it unique, or name another key with --organizations-key.");
        }
        return new Organizations(found.name(), key, null);
    }

    private Table table(String schema, String table) {
        Optional<Table> exact = ordinary(new TableName(schema == null ? defaultSchema : schema, table));
        if (exact.isPresent()) {
            return exact.get();
        }
        if (schema == null) {
            List<String> segments = segments(table);
            if (segments.size() == 2 && ordinary(new TableName(segments.get(0), segments.get(1))).isPresent()) {
                return ordinary(new TableName(segments.get(0), segments.get(1))).get();
            }
            List<Table> elsewhere = catalog.tables().stream()
                    .filter(other -> other.kind() == 'r' && other.name().name().equals(table)).toList();
            if (elsewhere.size() == 1) {
                return elsewhere.get(0);
            }
            if (elsewhere.size() > 1) {
                throw new OrgScopeException("Several schemas have a table " + table + ": "
                        + String.join(", ", elsewhere.stream().map(other -> other.name().schema()).toList())
                        + ". Say which one is meant: --organizations-table=schema." + table + ".");
            }
        }
        throw new OrgScopeException("There is no organizations table "
                + (schema == null ? table : new TableName(schema, table)) + "." + suggestions());
    }

    private Optional<Table> ordinary(TableName name) {
        return catalog.find(name).filter(table -> table.kind() == 'r' || table.kind() == 'p');
    }

    private static List<String> segments(String name) {
        List<String> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(name);
        while (matcher.find()) {
            segments.add(matcher.group(1) != null ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2));
        }
        return segments;
    }

    /** Tables that may be the organizations, with the reasons. */
    private String suggestions() {
        String proposals = OrganizationsProposal.propose(catalog, defaultSchema);
        return proposals.isEmpty()
                ? " No table looks like one either. Rows belong to organizations only where there are some: create the table"
                        + " and its rows first, then run orgscope-plan again."
                : proposals;
    }

    /** The column by which one organization is named: a slug rather than an address or a number; the key where there is nothing else. */
    public static String naming(Table table, Organizations organizations) {
        List<String> unique = table.indexes().stream()
                .filter(index -> index.provesUnique() && index.columns().size() == 1).map(index -> index.columns().get(0))
                .filter(name -> !name.equals(organizations.key())).toList();
        return unique.stream().filter(name -> name.matches("(?i)slug|name|code|key|subdomain")).findFirst()
                .orElse(unique.isEmpty() ? organizations.key() : unique.get(0));
    }
}
