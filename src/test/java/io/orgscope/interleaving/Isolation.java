package io.orgscope.interleaving;

/** An isolation level, and how a transaction of that level begins. */
enum Isolation {

    READ_COMMITTED("READ COMMITTED", false), REPEATABLE_READ("REPEATABLE READ", true), SERIALIZABLE("SERIALIZABLE", true);

    private final String sql;
    private final boolean snapshot;

    Isolation(String sql, boolean snapshot) {
        this.sql = sql;
        this.snapshot = snapshot;
    }

    /** Above READ COMMITTED it takes the transaction's snapshot too, which a BEGIN alone does not. */
    Step begin() {
        return Step.sql("BEGIN ISOLATION LEVEL " + sql + (snapshot ? "; SELECT count(*) FROM organizations" : ""));
    }

    @Override
    public String toString() {
        return sql;
    }
}
