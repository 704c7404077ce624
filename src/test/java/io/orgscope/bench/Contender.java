package io.orgscope.bench;

import java.sql.SQLException;

/** One way to give the table its organization. */
interface Contender {

    /** The name in the tables. */
    String name();

    /** Does it, from a table without the column to one that has everything. */
    void migrate(Stage stage) throws SQLException;

    /** Undoes it; false when it has no way back. */
    default boolean rollBack(Stage stage) throws SQLException {
        return false;
    }

    /** Whether the application runs meanwhile. */
    default boolean underLoad() {
        return true;
    }

    /** What the copy of the table needs before anything is measured. */
    default void prepare(Stage stage) throws SQLException {
    }

    /** Whether every row must have its organization in the end. */
    default boolean complete() {
        return true;
    }
}
