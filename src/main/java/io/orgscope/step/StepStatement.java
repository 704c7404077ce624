package io.orgscope.step;

import java.sql.SQLException;
import java.util.List;
import liquibase.statement.AbstractSqlStatement;

/** A step as a script. Its SQL is made when the script is written, and not when Liquibase asks a change about itself. */
public class StepStatement extends AbstractSqlStatement {

    /** Makes the script. */
    @FunctionalInterface
    public interface Script {
        List<String> write() throws SQLException;
    }

    private final Script script;
    private List<String> written;

    public StepStatement(Script script) {
        this.script = script;
    }

    /** Liquibase asks for it twice, for its log and for the output. The result is the same. */
    List<String> script() throws SQLException {
        if (written == null) {
            written = script.write();
        }
        return written;
    }
}
