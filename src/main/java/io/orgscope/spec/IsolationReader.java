package io.orgscope.spec;

import io.orgscope.route.RoutePath;
import io.orgscope.route.RouteSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code isolation:} of the file and of one table. */
final class IsolationReader {

    private static final Set<String> FILE = Set.of("references", "rows");
    private static final Set<String> TABLE = Set.of("references", "memberships", "rows");
    private static final Set<String> ROWS = Set.of("setting", "roles", "force");
    static final Set<String> REFERENCES = Set.of("composite", "single");

    private IsolationReader() {
    }

    /** Reads the declaration of the file. It holds for every table that declares nothing else. */
    static Isolation file(YamlElement element) {
        return element == null || isNone(element) ? Isolation.NONE : read(element, FILE, Isolation.NONE);
    }

    /**
     * Reads the declaration of one table.
     *
     * @param all the declaration of the file, for what the table leaves out
     */
    static Isolation table(YamlElement element, Isolation all) {
        if (element == null) {
            return all;
        }
        return isNone(element) ? Isolation.NONE : read(element, TABLE, all);
    }

    private static boolean isNone(YamlElement element) {
        if (element.isMapping()) {
            return false;
        }
        element.oneOf("isolation", Set.of("none"));
        return true;
    }

    private static Isolation read(YamlElement element, Set<String> known, Isolation all) {
        Map<String, YamlElement> fields = element.fields("isolation", known);
        boolean composite = fields.containsKey("references")
                ? fields.get("references").oneOf("references", REFERENCES).equals("composite") : all.composite();
        List<RoutePath> memberships = fields.containsKey("memberships") ? memberships(fields.get("memberships")) : List.of();
        if (!composite && !memberships.isEmpty()) {
            throw fields.get("memberships").error("memberships needs 'references: composite': such a reference includes the organization.");
        }
        return new Isolation(composite, memberships, fields.containsKey("rows") ? rows(fields.get("rows"), all.rows()) : all.rows());
    }

    private static List<RoutePath> memberships(YamlElement element) {
        List<RoutePath> memberships = element.oneOrMore("memberships").stream().map(IsolationReader::membership).toList();
        if (memberships.stream().map(RoutePath::from).distinct().count() < memberships.size()) {
            throw element.error("A column is listed twice in memberships. Keep one of the two.");
        }
        return memberships;
    }

    private static RoutePath membership(YamlElement element) {
        try {
            RoutePath path = RoutePath.parse(element.text("An entry of memberships"));
            if (path.namesOneKey()) {
                return path;
            }
        } catch (RouteSyntaxException wrong) {
            throw element.error(wrong.getMessage());
        }
        throw element.error("An entry of memberships names the table in which a user is a member of organizations:"
                + " column -> table(user).organization, for example user_id -> memberships(user_id).organization_id.");
    }

    private static Isolation.Rows rows(YamlElement element, Isolation.Rows all) {
        if (!element.isMapping()) {
            element.oneOf("rows", Set.of("none"));
            return null;
        }
        Map<String, YamlElement> fields = element.fields("rows", ROWS);
        Isolation.Rows start = all == null ? new Isolation.Rows(Isolation.Rows.DEFAULT_SETTING, List.of(), false) : all;
        return new Isolation.Rows(fields.containsKey("setting") ? setting(fields.get("setting")) : start.setting(),
                fields.containsKey("roles") ? roles(fields.get("roles")) : start.roles(),
                fields.containsKey("force") ? fields.get("force").bool("force") : start.force());
    }

    private static String setting(YamlElement element) {
        String setting = element.text("setting");
        if (!Isolation.SETTING.matcher(setting).matches()) {
            throw element.error("setting has to be a name with a dot in it, such as " + Isolation.Rows.DEFAULT_SETTING + ", not '" + setting
                    + "': PostgreSQL reserves names without a dot.");
        }
        return setting;
    }

    private static List<String> roles(YamlElement element) {
        List<String> roles = element.oneOrMore("roles").stream().map(role -> role.name("a role")).toList();
        if (roles.isEmpty() || Set.copyOf(roles).size() < roles.size()) {
            throw element.error(roles.isEmpty() ? "roles is empty: name the roles that are bound, or leave it out to bind all but the owner."
                    : "A role is listed twice in roles. Keep one of the two.");
        }
        return roles;
    }
}
