package io.orgscope.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Makes objects from the rows of the {@link CatalogQueries}. */
final class CatalogRows {

    private CatalogRows() {
    }

    static Partition partition(ResultSet row) throws SQLException {
        return new Partition(new TableName(row.getString("nspname"), row.getString("relname")), row.getString("relkind").charAt(0),
                new TableName(row.getString("parent_schema"), row.getString("parent_name")));
    }

    static Column column(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String cheap = row.getString("cheap_type");
        return new Column(row.getInt("attnum"), row.getString("attname"), type, row.getLong("type_oid"),
                row.getString("base_type"), row.getString("type_schema"), cheap == null ? type : cheap, row.getInt("atttypmod"),
                row.getBoolean("not_null"), row.getString("default_expression"), row.getString("collation"),
                row.getBoolean("generated"), row.getBoolean("identity"), row.getString("comment"));
    }

    static Index index(ResultSet row) throws SQLException {
        return new Index(row.getLong("oid"), row.getString("name"), row.getBoolean("indisunique"),
                row.getBoolean("indisprimary"), row.getBoolean("valid"), row.getString("method"),
                strings(row, "columns"), strings(row, "expressions"), row.getString("predicate"), row.getString("definition"),
                row.getString("conname"), row.getString("contype").charAt(0), row.getBoolean("indimmediate"),
                row.getBoolean("nulls_not_distinct"), row.getBoolean("indisreplident"),
                row.getBoolean("indisclustered"), row.getInt("referenced_by"), row.getLong("attached_to"),
                row.getString("constraint_definition"), row.getString("comment"),
                row.getString("constraint_comment"));
    }

    static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(row.getString("conname"),
                new TableName(row.getString("nspname"), row.getString("relname")), strings(row, "columns"),
                new TableName(row.getString("target_schema"), row.getString("target_name")),
                strings(row, "target_columns"), row.getString("confdeltype").charAt(0),
                new ForeignKey.Options(row.getString("confupdtype").charAt(0), strings(row, "on_delete_columns"),
                        row.getString("confmatchtype").equals("f"), row.getBoolean("condeferrable"), row.getBoolean("condeferred")),
                row.getBoolean("convalidated"), row.getString("definition"), row.getString("comment"));
    }

    static Policy policy(ResultSet row) throws SQLException {
        return new Policy(row.getString("polname"), row.getString("polcmd").charAt(0), row.getBoolean("polpermissive"), strings(row, "roles"),
                row.getString("using_expression"), row.getString("check_expression"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of(Arrays.copyOf((Object[]) array.getArray(), ((Object[]) array.getArray()).length, String[].class));
    }
}
