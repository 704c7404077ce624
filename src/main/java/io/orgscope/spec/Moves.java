package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to the rows of a table if a row that their routes read moves to another organization. */
public enum Moves {
    /** They follow in the same transaction. */
    FOLLOW("follow"),
    /** The move fails if rows would have to follow. */
    REFUSE("refuse");

    private final String word;

    Moves(String word) {
        this.word = word;
    }

    /** As the user writes it. */
    public String word() {
        return word;
    }

    /** All words that a user may write. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(Moves::word).collect(Collectors.toSet());
    }

    /**
     * The value of a word.
     *
     * @throws OrgScopeException if it is none
     */
    public static Moves of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst()
                .orElseThrow(() -> new OrgScopeException("moves has to be one of follow, refuse, not '" + word + "'."));
    }
}
