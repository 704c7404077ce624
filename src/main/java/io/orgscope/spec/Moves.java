package io.orgscope.spec;

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

    public static Set<String> words() {
        return Arrays.stream(values()).map(Moves::word).collect(Collectors.toSet());
    }

    public static Moves of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("moves has to be one of follow, refuse, not '" + word + "'."));
    }
}
