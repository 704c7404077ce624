package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.route.NamedOrganization;
import io.orgscope.route.Route;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Puts the key of the one named organization into a statement as a constant. The key is known only when the statement runs. */
final class NamedDefault {

    private final StepContext context;
    private final Route.Named named;
    private final String select;

    NamedDefault(StepContext context) {
        this.context = context;
        this.named = context.scope().onlyNamed();
        this.select = NamedOrganization.select(named, context.scope().organizations());
    }

    /**
     * A short transaction.
     *
     * @param beginning the statement without its end: the key follows as a literal
     * @param further   statements of the same transaction
     */
    Action of(String beginning, String... further) {
        if (!context.script()) {
            return new Action.Work(connection -> run(connection, beginning, further), List.of());
        }
        List<String> statements = new ArrayList<>(List.of(script(beginning)));
        statements.addAll(List.of(further));
        return new Action.Brief(context.name(), statements);
    }

    private void run(Connection connection, String beginning, String... further) throws SQLException {
        String key = Sql.first(connection, null, select, row -> row.getString(1));
        if (key == null) {
            throw new OrgScopeException(missing());
        }
        List<String> statements = new ArrayList<>(List.of(beginning + Literal.of(key)));
        statements.addAll(List.of(further));
        new StepRunner(connection, context.locks()).run(List.of(new Action.Brief(context.name(), statements)));
    }

    private String script(String beginning) {
        return "DO " + Literal.dollar("""

                DECLARE
                  organization text := (%s);
                BEGIN
                  IF organization IS NULL THEN
                    RAISE EXCEPTION USING MESSAGE = %s;
                  END IF;
                  EXECUTE pg_catalog.format(%s, organization);
                END
                """.formatted(select, Literal.of(missing()), Literal.of(beginning.replace("%", "%%") + "%L")));
    }

    private String missing() {
        return NamedOrganization.missing(named, context.scope());
    }
}
