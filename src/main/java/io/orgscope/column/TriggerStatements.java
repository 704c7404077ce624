package io.orgscope.column;

import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.ScriptSql;
import java.util.ArrayList;
import java.util.List;

/** Statements of one transaction, in a live run and in a script. */
final class TriggerStatements {

    private final List<String> live = new ArrayList<>();
    private final List<ScriptSql> script = new ArrayList<>();

    void add(String statement) {
        live.add(statement);
        script.add(ScriptSql.of(statement));
    }

    void add(SharedStatements shared) {
        live.addAll(shared.live());
        script.add(shared.script());
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    /** @param tables the scoped table, and the tables that its routes read */
    Action on(List<TableName> tables) {
        return new Action.Brief(tables, null, live, script);
    }
}
