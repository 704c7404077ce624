package io.orgscope.plan.survey;

import io.orgscope.postgres.Check;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a column of types may have, by the catalog alone. */
final class PairTypes {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')+)'::");

    /** A CHECK that only lists values: {@code CHECK ((type = ANY (ARRAY['A'::text, 'B'::text])))}. */
    private static final Pattern LIST = Pattern.compile(
            "CHECK \\(+\"?([^\"()=:]+)\"?\\)?(?:::\\w+(?: \\w+)*)? = (?:ANY \\(+ARRAY\\[(.*)\\][^\\]]*|('(?:[^']|'')+'::[\\w ]+))\\)+(?: NOT VALID)?");

    private PairTypes() {
    }

    /**
     * Whether the catalog allows only certain values. If it does and none of them is a table, the column is not the
     * type of a pair.
     */
    static boolean closed(Table table, Column type) {
        return type.type().contains(".") || !allowed(table, type).isEmpty();
    }

    /** The only values that a CHECK allows; empty if no CHECK lists them. */
    static List<String> allowed(Table table, Column type) {
        for (Check check : table.checks()) {
            Matcher list = LIST.matcher(check.definition());
            if (check.validated() && list.matches() && list.group(1).strip().equals(type.name())) {
                return texts(list.group(2) == null ? list.group(3) : list.group(2));
            }
        }
        return List.of();
    }

    /** The default value; empty if there is none. */
    static List<String> byDefault(Column type) {
        return type.defaultExpression() == null ? List.of() : texts(type.defaultExpression());
    }

    /** The labels of an enum; empty for any other type. */
    static List<String> labels(Connection connection, Column type) throws SQLException {
        return !type.type().contains(".") ? List.of() : Sql.list(connection,
                "SELECT enumlabel::text FROM pg_catalog.pg_enum WHERE enumtypid = ?::bigint::oid ORDER BY enumsortorder",
                row -> row.getString(1), type.typeOid());
    }

    private static List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = TEXT.matcher(sql);
        while (matcher.find()) {
            texts.add(matcher.group(1).replace("''", "'"));
        }
        return texts;
    }
}
