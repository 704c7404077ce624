package io.orgscope.scan.rule;

import io.orgscope.postgres.TableName;
import io.orgscope.scan.entity.EntityModel;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Whether the application's entities and the tables have the same organization columns. */
public final class ModelRules {

    private final Context context;
    private final List<ScanReport.ModelMatch> matches;

    public ModelRules(Context context, List<EntityModel> models) {
        this.context = context;
        this.matches = models.stream().map(model -> new ScanReport.ModelMatch(model, table(model))).toList();
    }

    /** Each entity with its table, in the order of the entities. */
    public List<ScanReport.ModelMatch> matches() {
        return matches;
    }

    /** Compares each entity with its table. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (ScanReport.ModelMatch match : matches) {
            if (match.table() == null) {
                findings.add(Finding.of(Rule.MODEL_TABLE_MISSING, new TableName(schema(match.model()), match.model().tables().get(0)),
                        match.model().className(), "The entity " + match.model().className() + " maps the table "
                                + String.join(" or ", match.model().tables()) + ", but there is no such table.",
                        Remedy.advice("Create the table, correct @Table, or scan the database that the application uses.")));
            } else {
                context.find(match.table()).filter(ScannedTable::belongs).ifPresent(table -> mapping(match.model(), table, findings));
            }
        }
        return findings;
    }

    /** A superclass or an embedded class that was not read may map the column. */
    private void mapping(EntityModel model, ScannedTable table, List<Finding> findings) {
        EntityModel.Mapping mapping = model.columns().get(table.column().toLowerCase(Locale.ROOT));
        if (mapping == null && model.outside() != null) {
            return;
        }
        if (mapping == null) {
            findings.add(Finding.of(Rule.MODEL_COLUMN_UNMAPPED, table.name(), model.className(), "The entity " + model.className()
                            + " does not map " + table.name().column(table.column()) + (table.state() == TableState.SCOPED ? "."
                            : ", which the table does not have either yet."),
                    Remedy.advice("Map it, for example with Hibernate's @TenantId; until then the trigger of orgscope's step 02 fills it.")));
        } else if (!mapping.writable()) {
            findings.add(Finding.of(Rule.MODEL_COLUMN_UNMAPPED, table.name(), model.className(), "The entity " + model.className()
                            + " maps " + table.name().column(table.column()) + " only to read it (insertable = false).",
                    Remedy.advice("Leave out insertable = false where it is mapped; until then the trigger of orgscope's step 02 fills it.")));
        } else if (mapping.optional()) {
            findings.add(Finding.of(Rule.MODEL_COLUMN_NULLABLE, table.name(), model.className(), "The entity " + model.className()
                            + " maps " + table.name().column(table.column()) + " as optional.",
                    Remedy.advice("Write nullable = false (or optional = false, or @NotNull) where it is mapped.")));
        }
    }

    private TableName table(EntityModel model) {
        return model.tables().stream().map(name -> find(model.schema(), name)).flatMap(Optional::stream).findFirst().orElse(null);
    }

    private Optional<TableName> find(String schema, String name) {
        String wanted = schema == null ? context.defaultSchema() : schema;
        return context.catalog().find(new TableName(wanted, name)).map(table -> table.name())
                .or(() -> schema != null ? Optional.empty() : context.catalog().tables().stream().map(table -> table.name())
                        .filter(table -> table.name().equals(name)).findFirst());
    }

    private String schema(EntityModel model) {
        return Objects.requireNonNullElse(model.schema(), context.defaultSchema());
    }
}
