package io.orgscope.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name in the catalog, exactly as it is stored there. The one place where names become SQL.
 *
 * @param value the name as {@code pg_class.relname} and its like have it: no quotes, case kept
 */
public record Identifier(String value) {

    /** PostgreSQL truncates longer names silently (NAMEDATALEN - 1), which makes two of them one. */
    public static final int MAX_BYTES = 63;

    public Identifier {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A name must not be empty.");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name must not hold a NUL character.");
        }
    }

    /** What is wrong with a name that a user wrote, to follow what it is the name of; empty when nothing is. */
    public static Optional<String> problem(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("is too long: '" + name + "' has " + bytes + " bytes, and PostgreSQL silently cuts a name off after "
                    + MAX_BYTES + ". Shorten it.");
        }
        return name.indexOf('\0') >= 0 ? Optional.of("holds a NUL character, which no name in PostgreSQL can.") : Optional.empty();
    }

    /** The name quoted, always, so that it means itself whatever it holds. */
    public String sql() {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /** {@link #sql()} of a plain string. */
    public static String quote(String name) {
        return new Identifier(name).sql();
    }

    /** The quoted names, separated by commas; each behind {@code prefix}, for example {@code t.}. */
    public static String list(String prefix, Collection<String> names) {
        return names.stream().map(name -> prefix + quote(name)).collect(Collectors.joining(", "));
    }

    /**
     * A name of at most {@value #MAX_BYTES} bytes: the wish itself where it is short enough, else its beginning and a
     * hash of the whole, so that two long wishes stay two names.
     */
    public static String fitting(String wish) {
        if (wish.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            return wish;
        }
        String hash = "_" + HexFormat.of().toHexDigits(wish.hashCode());
        int end = wish.length();
        while (wish.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES - hash.length()) {
            end = wish.offsetByCodePoints(end, -1);
        }
        return wish.substring(0, end) + hash;
    }

    /** The wish, or where that is taken the wish with the first number behind it that is not. */
    public static String free(String wish, Predicate<String> taken) {
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> n == 1 ? fitting(wish) : fitting(wish + "_" + n))
                .filter(taken.negate()).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
