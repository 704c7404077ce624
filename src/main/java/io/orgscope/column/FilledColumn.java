package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps 02 and 10: triggers that fill the column where the old application leaves it out, and follow a row that moves
 * to another parent.
 *
 * <p>Their conditions stand in WHEN clauses, so that an UPDATE that moves nothing never calls the function. They come
 * last among the table's BEFORE triggers, to see what the others made of the row. The function runs with the rights of
 * its owner, as the application may not be allowed to read the tables on the way.
 */
final class FilledColumn {

    private static final String ON_INSERT = "zz_orgscope_fill_on_insert";
    private static final String ON_UPDATE = "zz_orgscope_fill_on_update";
    private static final String TRIGGERS = "triggers";

    private final StepContext context;
    private final String column;
    private final TableName function;

    FilledColumn(StepContext context) {
        this.context = context;
        this.column = Identifier.quote(context.scope().column());
        this.function = new TableName(context.name().schema(), Naming.fill(context.name().name()));
    }

    List<Action> start() {
        context.sound();
        List<Action> actions = new ArrayList<>(new Capture(context).abandon());
        if (context.ledger().retired(TRIGGERS).isPresent()) {
            actions.add(new Action.Note(context.name() + ": the application writes the column by now; no trigger is needed."));
        } else if (filledByDefault()) {
            actions.add(new Action.Note(context.name() + ": the column's default fills new rows; no trigger is needed."));
        } else if (context.script() || !there()) {
            actions.add(new Action.Brief(context.name(), statements()));
        }
        return actions;
    }

    /** Where the triggers are, they are made again, of the routes as they are now. */
    List<Action> follow() {
        context.sound();
        return missing(ON_INSERT) == 0 ? List.of(new Action.Brief(context.name(), statements())) : List.of();
    }

    private boolean there() {
        return missing(ON_INSERT) == 0 && (context.resolved().inputs().isEmpty() || missing(ON_UPDATE) == 0);
    }

    private boolean filledByDefault() {
        return context.ledger().has(Ledger.made(OrganizationColumn.DEFAULT)) && context.ledger().retired(OrganizationColumn.DEFAULT).isEmpty()
                || OrganizationColumn.willBeByDefault(context);
    }

    private long missing(String trigger) {
        return 1 - context.table().stream().flatMap(table -> table.triggers().stream())
                .filter(found -> found.name().equals(trigger)).count();
    }

    private List<String> statements() {
        String body = "\nBEGIN\n  NEW." + column + " := (SELECT " + context.resolved().routed() + "\n    FROM (SELECT NEW.*) AS t);\n"
                + "  RETURN NEW;\nEND\n";
        List<String> statements = new ArrayList<>(List.of(
                "CREATE OR REPLACE FUNCTION " + function.sql() + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = "
                        + searchPath() + " AS " + Literal.dollar(body),
                "REVOKE ALL ON FUNCTION " + function.sql() + "() FROM PUBLIC",
                "DROP TRIGGER IF EXISTS " + ON_INSERT + " ON " + context.name().sql(),
                "DROP TRIGGER IF EXISTS " + ON_UPDATE + " ON " + context.name().sql(),
                "CREATE TRIGGER " + ON_INSERT + " BEFORE INSERT ON " + context.name().sql() + " FOR EACH ROW WHEN (NEW." + column
                        + " IS NULL) EXECUTE FUNCTION " + function.sql() + "()"));
        if (!context.resolved().inputs().isEmpty()) {
            String moved = context.resolved().inputs().stream().map(Identifier::quote)
                    .map(input -> "NEW." + input + " IS DISTINCT FROM OLD." + input).collect(Collectors.joining(" OR "));
            statements.add("CREATE TRIGGER " + ON_UPDATE + " BEFORE UPDATE ON " + context.name().sql() + " FOR EACH ROW WHEN (NEW."
                    + column + " IS NOT DISTINCT FROM OLD." + column + " AND (" + moved + ")) EXECUTE FUNCTION " + function.sql() + "()");
        }
        return statements;
    }

    /** Operators of types that PostgreSQL does not ship, such as citext, live in the schema of their type. */
    private String searchPath() {
        Set<String> schemas = new TreeSet<>();
        for (TableName name : context.scope().tables()) {
            context.catalog().find(name).map(Table::columns).orElse(List.of()).stream()
                    .filter(used -> used.baseType().equals("citext")).map(Column::typeSchema).forEach(schemas::add);
        }
        schemas.remove("pg_catalog");
        return "pg_catalog, " + schemas.stream().map(schema -> Identifier.quote(schema) + ", ").collect(Collectors.joining()) + "pg_temp";
    }

    List<Action> stop() {
        return nothingToStop() ? List.of() : List.of(new Action.Brief(context.name(), drop()));
    }

    private boolean nothingToStop() {
        boolean nothing = context.table().map(table -> missing(ON_INSERT) == 1 && missing(ON_UPDATE) == 1).orElse(true);
        return !context.script() && nothing;
    }

    private List<String> drop() {
        return List.of("DROP TRIGGER IF EXISTS " + ON_INSERT + " ON " + context.name().sql(),
                "DROP TRIGGER IF EXISTS " + ON_UPDATE + " ON " + context.name().sql(),
                "DROP FUNCTION IF EXISTS " + function.sql() + "()");
    }

    /** The contract: the application writes the column itself, and neither trigger nor default of ours does any more. */
    List<Action> retire() {
        List<Action> actions = new ArrayList<>();
        if (!filledByDefault() && !nothingToStop()) {
            List<String> statements = new ArrayList<>(drop());
            statements.add(context.ledger().note(Ledger.retired(TRIGGERS, "made by step 02")));
            actions.add(new Action.Brief(context.name(), statements));
        } else {
            actions.addAll(stop());
        }
        if (filledByDefault()) {
            String expression = "(SELECT pg_catalog.concat(" + Literal.of(setDefault()) + ", pg_catalog.pg_get_expr(d.adbin, d.adrelid))"
                    + " FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum"
                    + " WHERE d.adrelid = " + Literal.of(context.name().sql()) + "::pg_catalog.regclass AND a.attname = "
                    + Literal.of(context.scope().column()) + ")";
            // Types of a name alone would be looked for by whoever brings the default back.
            actions.add(new Action.Brief(context.name(), "SET LOCAL search_path = pg_catalog",
                    context.ledger().noteRetired(OrganizationColumn.DEFAULT, expression),
                    "ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + column + " DROP DEFAULT"));
        }
        return actions;
    }

    private String setDefault() {
        return "ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + column + " SET DEFAULT ";
    }

    List<Action> restore() {
        String forget = context.ledger().forgetRetired(OrganizationColumn.DEFAULT);
        Optional<String> retired = context.ledger().retired(OrganizationColumn.DEFAULT);
        if (retired.isPresent()) {
            return List.of(new Action.Brief(context.name(), retired.get(), forget));
        }
        if (context.script() && filledByDefault()) {
            return List.of(new NamedDefault(context).of(setDefault(), forget));
        }
        return restoreTriggers();
    }

    private List<Action> restoreTriggers() {
        if (!context.script() && context.ledger().retired(TRIGGERS).isEmpty()) {
            return start();
        }
        context.sound();
        List<String> statements = new ArrayList<>(statements());
        statements.add(context.ledger().forgetRetired(TRIGGERS));
        return List.of(new Action.Brief(context.name(), statements));
    }
}
