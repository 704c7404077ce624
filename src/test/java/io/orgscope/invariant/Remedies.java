package io.orgscope.invariant;

import java.util.List;

/** The next steps of the rules. They follow another sentence in a message. */
public final class Remedies {

    private Remedies() {
    }

    public static List<String> all() {
        return InvariantPrecondition.rules().stream().map(Invariant::remedy).toList();
    }
}
