package io.orgscope.isolation;

import io.orgscope.spec.Naming;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The command of a policy. */
enum PolicyCommand {
    SELECT('r', true, false),
    INSERT('a', false, true),
    UPDATE('w', true, true),
    DELETE('d', true, false);

    private final char code;
    private final boolean reads;
    private final boolean writes;

    PolicyCommand(char code, boolean reads, boolean writes) {
        this.code = code;
        this.reads = reads;
        this.writes = writes;
    }

    /** {@code pg_policy.polcmd}. */
    char code() {
        return code;
    }

    /** Whether its policies have a condition for the rows that are read (USING). */
    boolean reads() {
        return reads;
    }

    /** Whether its policies have a condition for the rows that are written (WITH CHECK). */
    boolean writes() {
        return writes;
    }

    /** The names of our policies. */
    static List<String> names() {
        return Arrays.stream(values()).map(PolicyCommand::policy).toList();
    }

    /** The name of our policy for it. */
    String policy() {
        return Naming.POLICIES + name().toLowerCase(Locale.ROOT);
    }
}
