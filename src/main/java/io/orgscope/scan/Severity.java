package io.orgscope.scan;

import io.orgscope.postgres.OrgScopeException;
import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Rows of several organizations can be, or are, mixed up. */
    CRITICAL,
    /** Nothing is wrong yet, and nothing in the database keeps it so. */
    WARNING,
    /** Worth knowing, or waiting for a decision. */
    INFO;

    /** Whether this is as bad as the limit, or worse. */
    boolean reaches(Severity limit) {
        return compareTo(limit) <= 0;
    }

    /** Reads {@code CRITICAL}, {@code WARNING} or {@code INFO}; {@code NEVER} is null. */
    static Severity parseLimit(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.equals("NEVER")) {
            return null;
        }
        for (Severity severity : values()) {
            if (severity.name().equals(wanted)) {
                return severity;
            }
        }
        throw new OrgScopeException("failOn has to be one of CRITICAL, WARNING, INFO, NEVER, not '" + name + "'.");
    }
}
