package io.orgscope.preflight;

import io.orgscope.postgres.OrgScopeException;
import java.util.LinkedHashSet;
import java.util.Set;

/** All errors of a declaration, each with its line, so that one run shows all. */
final class Problems {

    private static final String UNCHANGED = " Nothing was changed.";

    private final String source;
    private final Set<String> all = new LinkedHashSet<>();

    Problems(String source) {
        this.source = source;
    }

    void add(int line, String message) {
        // This is added once, at the end, for all of them.
        String once = message.endsWith(UNCHANGED) ? message.substring(0, message.length() - UNCHANGED.length()) : message;
        all.add(source + ":" + line + ": " + once);
    }

    void stopIfAny() {
        if (!all.isEmpty()) {
            throw new OrgScopeException(String.join("\n", all) + "\n" + UNCHANGED.strip());
        }
    }
}
