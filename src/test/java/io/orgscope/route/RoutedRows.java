package io.orgscope.route;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Routes;
import io.orgscope.step.StepContext;
import io.orgscope.testing.Login;
import java.sql.Connection;
import java.sql.SQLException;

/** What routes say of the rows of a table, by SQL as the steps use it. */
final class RoutedRows {

    private RoutedRows() {
    }

    /** {@code key=organization} of each row, in the order of the keys; {@code -} where no route answers. */
    static String of(Login login, String table, String routes) throws SQLException {
        return of(login, new TableName("public", table), routes);
    }

    static String of(Login login, TableName table, String routes) throws SQLException {
        ResolvedScope scope = resolve(login, table, routes);
        return login.string("SELECT string_agg(t.id || '=' || coalesce((" + scope.routed() + ")::text, '-'), ' ' ORDER BY t.id) FROM "
                + table.sql() + " t");
    }

    /** The keys of the rows that find several organizations. */
    static String several(Login login, String table, String routes) throws SQLException {
        ResolvedScope scope = resolve(login, new TableName("public", table), routes);
        return login.string("SELECT string_agg(t.id::text, ' ' ORDER BY t.id) FROM " + scope.scope().table().sql() + " t WHERE " + scope.ambiguous());
    }

    private static ResolvedScope resolve(Login login, TableName table, String routes) throws SQLException {
        ScopedTable scope = new ScopedTable(table, "organization_id",
                new Organizations(new TableName("public", "organizations"), "id", null), Routes.parse(routes));
        try (Connection connection = login.connection()) {
            return StepContext.of(connection, scope, LockPolicy.DEFAULT, false).sound().resolved();
        }
    }
}
