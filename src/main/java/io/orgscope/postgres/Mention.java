package io.orgscope.postgres;

/** Whether the text of a function or a rule mentions a name, as SQL. */
public final class Mention {

    private Mention() {
    }

    /**
     * SQL: the name as {@link #sql} looks for it: in lower case, with each quote doubled as in a quoted name.
     *
     * @param name the name, as SQL
     */
    public static String name(String name) {
        return "pg_catalog.lower(pg_catalog.replace(" + name + ", '\"', '\"\"'))";
    }

    /**
     * SQL: whether the text has the name as a word. The name user is not in current_user.
     *
     * @param text the text in lower case, as SQL
     * @param name what {@link #name} gives, as SQL
     */
    public static String sql(String text, String name) {
        return "pg_catalog.strpos(" + text + ", " + name + ") > 0 AND " + text + " ~ ('(^|[^a-z0-9_])' || pg_catalog.regexp_replace(" + name
                + ", '([^a-z0-9_])', '\\\\\\1', 'g') || '([^a-z0-9_]|$)')";
    }
}
