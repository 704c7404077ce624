package io.orgscope.step;

/** A statement as a script has it. It may call a procedure that the script has once for all tables. */
@FunctionalInterface
public interface ScriptSql {

    /** @param procedures those of the script; what the statement calls is added */
    String sql(ScriptProcedures procedures);

    /** A statement that stands in the script as it is. */
    static ScriptSql of(String sql) {
        return procedures -> sql;
    }
}
