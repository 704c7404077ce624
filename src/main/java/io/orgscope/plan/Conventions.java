package io.orgscope.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the names of tables and columns usually mean. A name proves nothing: it ranks candidates and suggests choices,
 * and the reasons that are printed say that it was the name.
 */
final class Conventions {

    private static final Pattern KEY_SUFFIX = Pattern.compile("_(id|uuid|guid|fk|pk|ref)$");

    /** Last words of a column that says what was done with the row, or by whom, and not to whom it belongs. */
    private static final Set<String> DOING = Set.of("by", "to", "from", "creator", "author", "editor", "assignee",
            "reviewer", "approver", "inviter", "updater", "sender", "recipient", "template", "category", "type", "status",
            "role", "tag", "label", "plan", "moderator", "uploader");

    /** First words of the same. */
    private static final Set<String> DONE = Set.of("created", "updated", "modified", "deleted", "assigned", "approved",
            "reviewed", "invited", "closed", "resolved", "verified", "requested", "uploaded", "edited", "last", "previous",
            "default", "original", "related", "linked", "duplicate", "source", "copied", "current", "preferred", "replaced");

    /** Last words of a column that names the owner, whatever else speaks against it. */
    private static final Set<String> OWNING = Set.of("user", "owner", "parent", "account", "customer", "tenant",
            "organization", "organisation", "company", "workspace");

    private static final Set<String> TOOLING = Set.of("databasechangelog", "databasechangeloglock", "alembic_version",
            "flyway_schema_history", "schema_version", "schema_migrations", "ar_internal_metadata", "django_migrations",
            "knex_migrations", "knex_migrations_lock", "goose_db_version", "_prisma_migrations", "sequelizemeta",
            "__efmigrationshistory", "__diesel_schema_migrations", "_sqlx_migrations", "spatial_ref_sys",
            "ormlite_migrations", "typeorm_metadata", "doctrine_migration_versions", "phinxlog", "atlas_schema_revisions",
            "databasechangeloghistory", "django_content_type", "pgmigrations", "refinery_schema_history", "shedlock",
            "hibernate_sequence", "hibernate_sequences");

    private static final Pattern ORGANIZATION = Pattern.compile(
            "organi[sz]ation|tenant|compan(y|ie)|workspace|account|client|customer|merchant|shop|store|agenc(y|ie)");

    private static final Pattern MEMBERSHIP = Pattern.compile(
            "member|organi[sz]ations?_users?|users?_organi[sz]ations?|tenants?_users?|users?_tenants?|compan(y|ies)_users?"
            + "|users?_compan(y|ies)|accounts?_users?|users?_accounts?|affiliation|employment|user_organi[sz]ation_roles?");

    private Conventions() {
    }

    /** In small letters with underscores, however it was written. */
    static String snake(String name) {
        return name.replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1_$2").replaceAll("[\\s-]+", "_").toLowerCase(Locale.ROOT);
    }

    /** What a key column is named after, {@code customer} for {@code customer_id}; null when it is no such name. */
    static String stem(String column) {
        String name = snake(column);
        String stem = KEY_SUFFIX.matcher(name).replaceFirst("");
        return stem.equals(name) || stem.isEmpty() ? null : stem;
    }

    /** The names that a table is called by in columns that point to it: its own and its singular, if it is a plural. */
    static Set<String> forms(String table) {
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
            if (name.matches(".*(s|x|z|ch|sh|o)es")) {
                forms.add(name.substring(0, name.length() - 2));
            }
        }
        return forms;
    }

    /** Whether the columns say who did something, or what the row looks like, rather than to whom it belongs. */
    static boolean merelyRefers(List<String> columns, char onDelete) {
        boolean byName = false;
        for (String column : columns) {
            List<String> words = words(column);
            String last = words.get(words.size() - 1);
            byName |= DOING.contains(last) || words.size() > 1 && DONE.contains(words.get(0));
            if (!byName && OWNING.contains(last)) {
                return false;
            }
        }
        return byName || onDelete == 'n';
    }

    private static List<String> words(String column) {
        String stem = stem(column);
        List<String> words = new ArrayList<>(List.of((stem == null ? snake(column) : stem).split("_")));
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? List.of(column) : words;
    }

    /** Whether another tool keeps its own accounts in the table. */
    static boolean tooling(String table) {
        return TOOLING.contains(table.toLowerCase(Locale.ROOT));
    }

    /** Whether a table of this name may be what others call organizations. */
    static boolean looksLikeOrganizations(String table) {
        return forms(table).stream().anyMatch(form -> ORGANIZATION.matcher(form).matches());
    }

    /** Whether a table of this name may say who is a member of which organizations. */
    static boolean looksLikeMembership(String table) {
        return MEMBERSHIP.matcher(snake(table)).find();
    }
}
