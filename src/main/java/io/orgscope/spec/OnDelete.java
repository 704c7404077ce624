package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens to the rows of an organization that is deleted. SET NULL and SET DEFAULT are missing, because they would
 * remove a row's organization.
 */
public enum OnDelete {
    CASCADE("cascade", 'c'),
    RESTRICT("restrict", 'r'),
    NO_ACTION("no action", 'a');

    private final String word;
    private final char code;

    OnDelete(String word, char code) {
        this.word = word;
        this.code = code;
    }

    /** As the user writes it; also as SQL. */
    public String word() {
        return word;
    }

    /** {@code pg_constraint.confdeltype}. */
    public char code() {
        return code;
    }

    /** All words that a user may write. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(OnDelete::word).collect(Collectors.toSet());
    }

    /**
     * The value of a word.
     *
     * @throws OrgScopeException if it is none
     */
    public static OnDelete of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst()
                .orElseThrow(() -> new OrgScopeException("onDelete has to be one of " + words() + ", not '" + word + "'."));
    }
}
