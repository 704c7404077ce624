package io.orgscope.spec;

import io.orgscope.route.RoutePath;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The declaration under {@code isolation:} for one table. What the table leaves out comes from the declaration of the
 * file.
 *
 * @param composite   whether references between isolated tables include the organization ({@code references:
 *                    composite})
 * @param memberships the columns whose user has to be a member of the row's organization, each as a path {@code user_id
 *                    -> memberships(user_id).organization_id}
 * @param rows        row security; null for none
 */
public record Isolation(boolean composite, List<RoutePath> memberships, Rows rows) {

    /** The name of a custom setting. PostgreSQL accepts an unknown setting only if its name has a dot. */
    public static final Pattern SETTING = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)+");

    /** Nothing is declared. */
    public static final Isolation NONE = new Isolation(false, List.of(), null);

    /**
     * Row security.
     *
     * @param setting the setting with the organization of a session
     * @param roles   the bound roles; empty for all but the owner
     * @param force   whether the owner is bound too
     */
    public record Rows(String setting, List<String> roles, boolean force) {

        /** The setting if {@code setting:} names none. */
        public static final String DEFAULT_SETTING = "app.organization_id";
    }

    /** Whether row security is declared. */
    boolean bindsRows() {
        return rows != null;
    }

    /** A list of names as one text. {@link #names} reads it. */
    static String text(List<String> names) {
        return names.isEmpty() ? null : names.stream().map(Routes::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * Reads a list of names, or one name.
     *
     * @throws SpecException if it cannot be read
     */
    public static List<String> names(String what, String text) {
        return text == null ? List.of() : YamlElement.read(what, text, UnaryOperator.identity()).oneOrMore(what).stream()
                .map(name -> name.name("a name in " + what)).toList();
    }
}
