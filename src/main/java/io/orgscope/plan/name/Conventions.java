package io.orgscope.plan.name;

import io.orgscope.postgres.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the names of tables and columns usually mean. A name proves nothing. It orders candidates and suggests choices,
 * and the printed reasons say that it was only the name.
 */
public final class Conventions {

    private static final Pattern HUMP = Pattern.compile("([\\p{Ll}\\p{N}])(\\p{Lu})");
    private static final Pattern SPACES = Pattern.compile("[\\s-]+");
    private static final Pattern SIBILANT_PLURAL = Pattern.compile(".*(s|x|z|ch|sh|o)es");
    private static final Pattern KEY_SUFFIX = Pattern.compile("_(id|uuid|guid|fk|pk|ref)$");

    private static final Set<String> TOOLING = Set.of("databasechangelog", "databasechangeloglock", "alembic_version",
            "flyway_schema_history", "schema_version", "schema_migrations", "ar_internal_metadata", "django_migrations",
            "knex_migrations", "knex_migrations_lock", "goose_db_version", "_prisma_migrations", "sequelizemeta",
            "__efmigrationshistory", "__diesel_schema_migrations", "_sqlx_migrations", "spatial_ref_sys",
            "ormlite_migrations", "typeorm_metadata", "doctrine_migration_versions", "phinxlog", "atlas_schema_revisions",
            "databasechangeloghistory", "django_content_type", "pgmigrations", "refinery_schema_history", "shedlock",
            "hibernate_sequence", "hibernate_sequences");

    private static final Pattern ORGANIZATION = Pattern.compile(
            "organi[sz]ation|tenant|compan(y|ie)|workspace|account|client|customer|merchant|shop|store|agenc(y|ie)");

    private static final Set<String> PEOPLE = Set.of("user", "person", "member", "employee", "profile", "staff", "identity", "login",
            "admin", "administrator", "principal");

    private static final Pattern PASSWORD = Pattern.compile("(\\p{L}+_)?password(_\\p{L}+)?|username|email_verified(_at)?");

    /** Tables for the sign-in of a person, and records of requests to an interface. */
    private static final Pattern PERSONAL = Pattern.compile("(^|_)(sessions?|logins?|sign_?ins?|passwords?|resets?|devices?|otps?|totp|mfa|2fa"
            + "|two_factors?|magic_links?|passkeys?|webauthn|authenticators?|(refresh|access|auth|reset|verification|confirmation|push|remember)_tokens?"
            + "|(email_)?verifications?|push_subscriptions?|(ssh|gpg|public)_keys?|(api|request|access|http)_(logs?|requests?|calls?))(_|$)");

    private static final Pattern INCIDENTAL = Pattern.compile(
            "(\\p{L}+_)*(at|on|by|by_id)|(is_)?(active|admin|owner|default|primary|deleted)|roles?|role_ids?|status|state|position|version");

    private static final Pattern MEMBERSHIP = Pattern.compile(
            "member|seat|collaborator|organi[sz]ations?_users?|users?_organi[sz]ations?|tenants?_users?|users?_tenants?|compan(y|ies)_users?"
            + "|users?_compan(y|ies)|accounts?_users?|users?_accounts?|affiliation|employment|user_organi[sz]ation_roles?");

    private Conventions() {
    }

    /** In small letters with underscores, however it was written. */
    public static String snake(String name) {
        return plain(name) ? name
                : SPACES.matcher(HUMP.matcher(name).replaceAll("$1_$2")).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** Whether the name is written so already. Most names are, and this is called very often. */
    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    /** The name in a key column, such as {@code customer} for {@code customer_id}; null if the column is not named like this. */
    public static String stem(String column) {
        String name = snake(column);
        String stem = KEY_SUFFIX.matcher(name).replaceFirst("");
        return stem.equals(name) || stem.isEmpty() ? null : stem;
    }

    /** The names of a table in columns that lead to it: its own name, and its singular if it is a plural. */
    public static Set<String> forms(String table) {
        String name = snake(table);
        Set<String> forms = new LinkedHashSet<>(List.of(name));
        if (name.endsWith("people")) {
            forms.add(name.substring(0, name.length() - 6) + "person");
        } else if (name.endsWith("children")) {
            forms.add(name.substring(0, name.length() - 3));
        } else if (name.endsWith("ies")) {
            forms.add(name.substring(0, name.length() - 3) + "y");
        } else if (name.endsWith("s") && !name.endsWith("ss")) {
            forms.add(name.substring(0, name.length() - 1));
            if (name.endsWith("zzes")) {
                forms.add(name.substring(0, name.length() - 3));
            } else if (name.endsWith("ves")) {
                forms.add(name.substring(0, name.length() - 3) + "f");
                forms.add(name.substring(0, name.length() - 3) + "fe");
            } else if (SIBILANT_PLURAL.matcher(name).matches()) {
                forms.add(name.substring(0, name.length() - 2));
            }
        }
        return forms;
    }

    /** {@link #forms}, and the names without their first words: {@code users} and {@code user} for {@code auth_user}. */
    public static Set<String> formsWithin(String table) {
        Set<String> forms = new LinkedHashSet<>(forms(table));
        String name = snake(table);
        for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
            if (at + 1 < name.length()) {
                forms.addAll(forms(name.substring(at + 1)));
            }
        }
        return forms;
    }

    /** Whether the rows of the table are people who sign in, by its name or by their passwords. */
    public static boolean people(Table table) {
        return formsWithin(table.name().name()).stream().anyMatch(PEOPLE::contains)
                || table.columns().stream().anyMatch(column -> PASSWORD.matcher(snake(column.name())).matches());
    }

    /** Whether a table of this name is about a single person. */
    public static boolean personal(String table) {
        return PERSONAL.matcher(snake(table)).find();
    }

    /** Whether many tables have a column of this name, also tables that only join two others. */
    public static boolean incidental(String column) {
        return INCIDENTAL.matcher(snake(column)).matches();
    }

    /** Whether the table has the accounts of another tool. */
    public static boolean tooling(String table) {
        return TOOLING.contains(table.toLowerCase(Locale.ROOT));
    }

    /** Whether a table of this name may be the organizations under another word. */
    public static boolean looksLikeOrganizations(String table) {
        return forms(table).stream().anyMatch(form -> ORGANIZATION.matcher(form).matches());
    }

    /** Whether a table of this name may say who is a member of which organizations. */
    public static boolean looksLikeMembership(String table) {
        return MEMBERSHIP.matcher(snake(table)).find();
    }
}
