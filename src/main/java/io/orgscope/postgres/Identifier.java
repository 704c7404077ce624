package io.orgscope.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names in the catalog, exactly as they are stored there: without quotes, in their own case. Only this class makes SQL from names.
 */
public final class Identifier {

    /** PostgreSQL shortens longer names without an error (NAMEDATALEN - 1), so two names could become one. */
    public static final int MAX_BYTES = 63;

    /** An underscore and 32 bits as hexadecimal digits. */
    private static final int HASH_BYTES = 9;

    private Identifier() {
    }

    /** What is wrong with a name that a user wrote; it follows the word for what it names. Empty if nothing is wrong. */
    public static Optional<String> problem(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("is too long: '" + name + "' has " + bytes + " bytes, and PostgreSQL silently cuts a name off after "
                    + MAX_BYTES + ". Shorten it.");
        }
        return name.indexOf('\0') >= 0 ? Optional.of("holds a NUL character, which no name in PostgreSQL can.") : Optional.empty();
    }

    /**
     * The name in quotes, whatever it contains.
     *
     * @throws OrgScopeException if no name in PostgreSQL can be like this
     */
    public static String quote(String name) {
        if (name.isEmpty()) {
            throw new OrgScopeException("A name must not be empty.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new OrgScopeException("A name must not hold a NUL character.");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether a name is in SQL, quoted or not. It may be a part of a literal. */
    public static boolean isIn(String sql, String name) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])").matcher(sql.replace("\"\"", "\"")).find();
    }

    /** The quoted names, separated by commas, each after {@code prefix}, for example {@code t.}. */
    public static String list(String prefix, Collection<String> names) {
        return names.stream().map(name -> prefix + quote(name)).collect(Collectors.joining(", "));
    }

    /**
     * A name of at most {@value #MAX_BYTES} bytes. It is the wish itself if that is short enough. Else it is its
     * beginning and a hash of the whole, so that two long wishes give two names.
     */
    public static String fitting(String wish) {
        return wish.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? wish
                : beginning(wish) + "_" + HexFormat.of().toHexDigits(wish.hashCode());
    }

    /** What {@link #fitting} keeps of every wish that begins with this text. */
    public static String beginning(String text) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES - HASH_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    /** The wish. If it is taken, it is followed by the first number that makes a free name. */
    public static String free(String wish, Predicate<String> taken) {
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> n == 1 ? fitting(wish) : fitting(wish + "_" + n))
                .filter(taken.negate()).findFirst().orElseThrow();
    }
}
