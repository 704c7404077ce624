package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.plan.name.Conventions;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.route.Types;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.spec.YamlElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The status of each table before any way is searched. A table that is {@link ScopingStatus#OPEN} here may still reach
 * nothing.
 */
public final class Survey {

    private final Catalog catalog;
    private final Organizations organizations;
    private final String column;
    private final Map<TableName, TableDeclaration> declared;
    private final Map<TableName, ScopingStatus> statuses = new TreeMap<>();
    private final Map<TableName, String> reasons = new LinkedHashMap<>();
    private final Map<TableName, Set<String>> external = new HashMap<>();
    private final ReferenceGraph graph;
    private final Roles roles = new Roles(this);
    private final Set<TableName> several = new LinkedHashSet<>();
    private final Set<TableName> sharing = new LinkedHashSet<>();
    private final Map<TableName, String> remarks = new LinkedHashMap<>();
    private int partitions;

    /**
     * @param wanted   the schemas to read
     * @param declared the user's decisions
     */
    public Survey(Catalog catalog, Organizations organizations, String column, Predicate<String> wanted,
           Map<TableName, TableDeclaration> declared) {
        this.catalog = catalog;
        this.organizations = organizations;
        this.column = column;
        this.declared = declared;
        List<Table> tables = new ArrayList<>();
        for (Table table : catalog.tables()) {
            if (!wanted.test(table.name().schema()) || table.name().schema().equals(ScopedTable.KEPT_SCHEMA)
                    || table.kind() != 'r' && table.kind() != 'p') {
                continue;
            }
            if (table.partition()) {
                partitions++;
                continue;
            }
            statuses.put(table.name(), initialStatus(table));
            if (statuses.get(table.name()) != ScopingStatus.TOOLING) {
                tables.add(table);
            }
        }
        graph = ReferenceGraph.of(catalog, tables);
        Memberships.find(this, tables).forEach((shared, references) -> {
            several.add(shared);
            sharing.add(shared);
            references.forEach(graph::add);
            if (statuses.get(shared) == ScopingStatus.OPEN) {
                statuses.put(shared, ScopingStatus.SHARED);
            }
        });
    }

    /** Whether a row of the table may belong to several organizations, whatever its own columns say. */
    public boolean several(TableName table) {
        return several.contains(table);
    }

    /** The tables whose rows may belong to several organizations. */
    public Set<TableName> severals() {
        return Set.copyOf(several);
    }

    /** Notes that the data shows one organization for each row of the table. */
    void oneEach(TableName table) {
        several.remove(table);
    }

    /** Notes that the table is about a single person. Its rows belong to the organizations of the person. */
    public void personal(TableName table, String reason) {
        statuses.put(table, ScopingStatus.SHARED);
        several.add(table);
        sharing.add(table);
        reasons.put(table, reason);
    }

    /** Whether the rows of the table counted as rows that may belong to several organizations, before any row was read. */
    public boolean sharing(TableName table) {
        return sharing.contains(table);
    }

    /**
     * Whether rows that reference the table get no organization by it: its rows may belong to several, and none names
     * its own. A person may have a picture or a default organization. A shared thing has an owner, if it references
     * one.
     */
    public boolean silent(TableName table) {
        return sharing(table) && graph.from(table).stream().filter(reference -> reference.origin() != Reference.Origin.MEMBERSHIP
                && !reference.to().equals(table) && (reference.notNull() || !roles.people(table)))
                .noneMatch(reference -> status(reference.to()) == ScopingStatus.ORGANIZATIONS || carries(reference.to()));
    }

    /** Notes that the values of a column are keys of no table. They may be those of another system. */
    public void external(TableName table, String column) {
        external.computeIfAbsent(table, name -> new HashSet<>()).add(column);
    }

    /** Whether {@link #external} was noted for the column. */
    boolean isExternal(TableName table, String column) {
        return external.getOrDefault(table, Set.of()).contains(column);
    }

    /** Notes a remark on a table that may become unknown. */
    public void remark(TableName table, String remark) {
        remarks.merge(table, remark, (one, other) -> one + " " + other);
    }

    /** Notes that the table reaches no organization, but that something about it is not known. */
    public void unknown(TableName table, String reason) {
        statuses.put(table, ScopingStatus.UNKNOWN);
        reasons.put(table, remarks.containsKey(table) ? reason + " " + remarks.get(table) : reason);
    }

    /** What the references mean, by the names of their columns and tables. */
    public Roles roles() {
        return roles;
    }

    private ScopingStatus initialStatus(Table table) {
        if (table.name().equals(organizations.table())) {
            return ScopingStatus.ORGANIZATIONS;
        }
        if (Conventions.tooling(table.name().name())) {
            return ScopingStatus.TOOLING;
        }
        if (!table.ordinary()) {
            reasons.put(table.name(), table.kind() == 'p'
                    ? "Some of its partitions are foreign tables, whose rows are another server's: detach them first."
                    : "Other tables inherit from it, and a column added to it would be added to them all.");
            return ScopingStatus.UNSUPPORTED;
        }
        if (YamlElement.holdsParameter(table.name().toString())) {
            reasons.put(table.name(), "Its name holds '${', which a declaration takes for a parameter.");
            return ScopingStatus.UNSUPPORTED;
        }
        Column own = table.column(columnOf(table.name())).orElse(null);
        if (own == null) {
            return ScopingStatus.OPEN;
        }
        String unfit = unfit(table, own);
        if (unfit != null) {
            reasons.put(table.name(), unfit);
            return ScopingStatus.UNSUPPORTED;
        }
        boolean referenced = foreignKey(table) != null && foreignKey(table).validated();
        return own.notNull() && referenced ? ScopingStatus.SCOPED : ScopingStatus.PARTIAL;
    }

    /** Why a column with the right name is not the organization; null if it may be. */
    private String unfit(Table table, Column own) {
        Column key = key();
        if (key != null && !own.baseType().equals(key.baseType())) {
            return "It has " + own.name() + " already, of type " + own.type() + ", but " + organizations.table() + "."
                    + key.name() + " is " + key.type() + ". Change its type, or name another column for this table.";
        }
        ForeignKey foreign = foreignKey(table);
        if (foreign != null && !organizations.keyOf(own.name(), foreign)) {
            boolean otherColumn = foreign.target().equals(organizations.table());
            return "Its " + own.name() + " references " + (otherColumn ? foreign.target().column(foreign.targetColumns().get(0)) + ", not "
                    + organizations.table().column(organizations.key()) : foreign.target() + ", not " + organizations.table())
                    + ". Name another column for this table.";
        }
        return null;
    }

    /** The foreign key of a table's organization column; null if there is none. One to the key of the organizations comes before others. */
    public ForeignKey foreignKey(Table table) {
        List<ForeignKey> keys = table.foreignKeysOf(List.of(columnOf(table.name())));
        return keys.stream().filter(key -> organizations.keyOf(columnOf(table.name()), key)).findFirst()
                .orElse(keys.isEmpty() ? null : keys.get(0));
    }

    /** Whether the reference's one column equals the organizations' key. A reference to another unique column of theirs does not hold the organization. */
    public boolean holdsOrganization(Reference reference) {
        return reference.to().equals(organizations.table()) && reference.key().equals(List.of(organizations.key()));
    }

    /** The organizations' key as in the catalog; null if there is none. */
    public Column key() {
        return catalog.find(organizations.table()).flatMap(table -> table.column(organizations.key())).orElse(null);
    }

    /** Whether a column's values can be keys of organizations. */
    boolean holdsKeys(Column candidate) {
        return key() != null && Types.comparable(candidate, key());
    }

    /** The name of a table's organization column. */
    public String columnOf(TableName table) {
        return declared.containsKey(table) ? declared.get(table).column() : column;
    }

    /** What is known now. The status may change while the plan is made; null for a table that is left out, such as a view. */
    public ScopingStatus status(TableName table) {
        return statuses.get(table);
    }

    /** Replaces the status by what was found later, or by what the user says. */
    public void set(TableName table, ScopingStatus status) {
        statuses.put(table, status);
    }

    /** Whether the table's organization can be read from its own column, now or after it was migrated. */
    public boolean carries(TableName table) {
        ScopingStatus status = statuses.get(table);
        return status == ScopingStatus.SCOPED || status == ScopingStatus.PARTIAL || status == ScopingStatus.OPEN
                || status == ScopingStatus.UNSUPPORTED && has(table) || declared.containsKey(table);
    }

    /** Whether the table will be an entry of the declaration, so that others have to wait for it. */
    public boolean planned(TableName table) {
        ScopingStatus status = statuses.get(table);
        return status == ScopingStatus.PARTIAL || status == ScopingStatus.OPEN || declared.containsKey(table);
    }

    /** Whether the column exists and fits. */
    public boolean has(TableName table) {
        return catalog.find(table).flatMap(found -> found.column(columnOf(table)).filter(this::holdsKeys)
                .filter(own -> foreignKey(found) == null || organizations.keyOf(own.name(), foreignKey(found))))
                .isPresent();
    }

    /** Whether every row has its own organization, so that no way to it is needed. */
    public boolean always(TableName table) {
        return statuses.get(table) == ScopingStatus.PARTIAL && catalog.find(table)
                .flatMap(found -> found.column(columnOf(table))).map(Column::notNull).orElse(false);
    }

    /** Whether the table reaches an organization. Until the search is done, whether it may. */
    public boolean reaching(TableName table) {
        return statuses.get(table) != ScopingStatus.GLOBAL && statuses.get(table) != ScopingStatus.UNKNOWN;
    }

    /** Why a table has its status; null if the status says everything. */
    public String reason(TableName table) {
        return reasons.get(table);
    }

    /** The tables in the user's file. What it says about them counts more than what was found. */
    public Map<TableName, TableDeclaration> declared() {
        return declared;
    }

    /** Every table that has a status, by name. */
    public Collection<TableName> tables() {
        return statuses.keySet();
    }

    /** The whole catalog, with the tables that are left out. */
    public Catalog catalog() {
        return catalog;
    }

    /** The organizations, as the user named them or as they were found. */
    public Organizations organizations() {
        return organizations;
    }

    /** The references between the tables, declared and guessed. */
    public ReferenceGraph graph() {
        return graph;
    }

    /** The number of partitions that were left out. */
    public int partitions() {
        return partitions;
    }
}
