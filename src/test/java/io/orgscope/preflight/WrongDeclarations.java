package io.orgscope.preflight;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with a file by itself. */
final class WrongDeclarations {

    private static final String LONG = "a_name_that_goes_on_and_on_until_postgresql_would_silently_cut_it_off";

    private WrongDeclarations() {
    }

    static Stream<WrongCase> all() {
        return Stream.of(files(), tops(), entries(), texts(), routes(), isolation()).flatMap(cases -> cases);
    }

    private static Stream<WrongCase> files() {
        return Stream.of(
                WrongCase.of("an empty file", "", "The file is empty", "begin with 'orgscope:'"),
                WrongCase.of("comments only", "# to be done\n# later\n", "The file is empty", "begin with 'orgscope:'"),
                WrongCase.of("a document without a value", "--- ~ # here\n", "has to be a mapping"),
                WrongCase.of("a list", "- orgscope\n", "the file has to be a mapping"),
                WrongCase.of("a tab", "orgscope:\n  version: 1\n\ttables: [] # here\n", "not YAML", "with spaces, not with tabs"),
                WrongCase.of("a bracket left open", "orgscope: {version: 1, tables: [\n# here", "not YAML"),
                WrongCase.of("two documents", "orgscope: {}\n--- # here\norgscope: {}\n", "not YAML", "another document"),
                WrongCase.of("10 MB", "# " + "x".repeat(10 * 1024 * 1024), "more than 3145728 characters", "Split it"),
                new WrongCase("not UTF-8", "orgscope:\n  version: 1\n  # caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), 3,
                        List.of("not in UTF-8", "Save the file in UTF-8")),
                new WrongCase("UTF-16", "orgscope:\n".getBytes(StandardCharsets.UTF_16LE), 1, List.of("not YAML")),
                WrongCase.of("a bomb of anchors", bomb(), "not YAML", "aliases"),
                WrongCase.of("a nest", "orgscope: " + "[".repeat(5000) + "]".repeat(5000), "not YAML", "Nesting Depth"),
                WrongCase.of("a value that is itself", "orgscope:\n  version: 1\n  tables: &all { a: *all } # here\n", "tables has to be a list"));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]%n".formatted(i, i - 1));
        }
        return bomb.toString();
    }

    private static Stream<WrongCase> tops() {
        return Stream.of(
                WrongCase.of("an unknown root", "orgscopes: # here\n  version: 1\n", "'orgscopes' is not known", "Did you mean 'orgscope'?"),
                WrongCase.of("no version", "orgscope: { tables: [] }\n", "'version: 1' is missing"),
                WrongCase.of("version 2", "orgscope:\n  version: 2 # here\n  tables: []\n", "version has to be 1, not '2'", "Write 'version: 1'"),
                WrongCase.of("no tables", "orgscope:\n  version: 1 # here\n", "'tables:' is missing"),
                WrongCase.of("empty tables", "orgscope:\n  version: 1\n  tables: [] # here\n", "name at least one table"),
                WrongCase.of("tables without a value", "orgscope:\n  version: 1\n  tables: # here\n", "tables is empty", "--spec"),
                WrongCase.of("an unknown key", "orgscope:\n  version: 1\n  table: # here\n    - {}\n", "'table' is not known", "Did you mean 'tables'?"),
                WrongCase.of("an unknown key of the organizations", """
                        orgscope:
                          version: 1
                          organizations: { table: organizations, keys: id } # here
                          tables: [ { table: users, route: a -> b.c } ]
                        """, "'keys' is not known in organizations", "Did you mean 'key'?"),
                WrongCase.of("a key that stands twice", """
                        orgscope:
                          version: 1
                          column: tenant_id
                          column: organization_id # here
                          tables: [ { table: users, route: a -> b.c } ]
                        """, "'column' is listed twice", "Keep one"),
                WrongCase.of("a bad default", "orgscope:\n  version: 1\n  batch: fast # here\n  tables: []\n", "batch has to be a duration"),
                WrongCase.of("too long a column", "orgscope:\n  version: 1\n  column: " + LONG + " # here\n  tables: []\n",
                        "column is too long", "69 bytes", "Shorten it"),
                WrongCase.of("the organizations as a table", """
                        orgscope:
                          version: 1
                          tables:
                            - table: organizations # here
                              route: id -> organizations.id
                        """, "organizations themselves have no organization", "Take organizations out"));
    }

    private static Stream<WrongCase> entries() {
        return Stream.of(
                WrongCase.table("no table", "- route: a -> b.c # here", "needs 'table:'"),
                WrongCase.table("no route", "- table: social_posts # here", "needs a route", "orgscope-plan"),
                WrongCase.table("an entry that is a text", "- social_posts # here", "an entry of tables has to be a mapping"),
                WrongCase.table("an unknown key of a table", "- table: social_posts\n  routes: a -> b.c # here", "'routes' is not known", "Did you mean 'route'?"),
                WrongCase.table("two entries", "- table: social_platform_connections # here\n  route: user_id -> users.default_organization_id",
                        "is listed twice, first in line 4", "into one entry"),
                WrongCase.table("a table of nothing", "- table: # here\n  route: a -> b.c", "table has no value"),
                WrongCase.table("too long a table", "- table: " + LONG + " # here\n  route: a -> b.c", "table is too long"),
                WrongCase.table("too long in bytes", "- table: t\n  route: a -> b.c\n  index: " + "ü".repeat(32) + " # here", "index is too long", "64 bytes"),
                WrongCase.table("too long a unique name", "- table: t\n  route: a -> b.c\n  unique:\n    - { replaces: u,\n        name: " + LONG + " } # here",
                        "name is too long"),
                WrongCase.table("a parameter that is not set", "- table: ${the.table} # here\n  route: a -> b.c", "'${the.table}' is not set", "-D"),
                WrongCase.table("quarantine", "- table: t\n  route: a -> b.c\n  otherwise: quarantine # here", "not offered", "0004-no-quarantine", "otherwise: halt"),
                WrongCase.table("otherwise something else", "- table: t\n  route: a -> b.c\n  otherwise: hold # here", "has to be one of", "Did you mean 'halt'?"),
                WrongCase.table("onDelete set null", "- table: t\n  route: a -> b.c\n  onDelete: set null # here", "remove the organization of rows", "cascade"),
                WrongCase.table("onDelete misspelt", "- table: t\n  route: a -> b.c\n  onDelete: cascades # here", "Did you mean 'cascade'?"),
                WrongCase.table("too many workers", "- table: t\n  route: a -> b.c\n  workers: 17 # here", "whole number from 1 to 16"),
                WrongCase.table("no pace", "- table: t\n  route: a -> b.c\n  pace: 0 # here", "from 1 to 100"),
                WrongCase.table("a batch without a unit", "- table: t\n  route: a -> b.c\n  batch: 50 # here", "such as 50ms"),
                WrongCase.table("too long a lockTimeout", "- table: t\n  route: a -> b.c\n  lockTimeout: 1min # here", "lockTimeout has to be 1ms to 10s"),
                WrongCase.table("index: true", "- table: t\n  route: a -> b.c\n  index: true # here", "or false for none"),
                WrongCase.table("unique of nothing", "- table: t\n  route: a -> b.c\n  unique:\n    - { name: u } # here", "needs 'replaces:'"),
                WrongCase.table("an unknown key of unique", "- table: t\n  route: a -> b.c\n  unique: { replace: u } # here", "Did you mean 'replaces'?"),
                WrongCase.table("replaced twice", "- table: t\n  route: a -> b.c\n  unique:\n    - { replaces: u }\n    - { replaces: u, name: n } # here",
                        "replaced twice"),
                WrongCase.table("a column twice", "- table: t\n  route: a -> b.c\n  unique: { columns: [a, a] } # here", "is listed twice in columns"),
                WrongCase.table("a column with a comma", "- table: t\n  route: a -> b.c\n  unique: { columns: ['a,b'] } # here", "holds a comma"));
    }

    private static Stream<WrongCase> routes() {
        return Stream.of(
                WrongCase.table("a route of no table", "- table: t\n  route: user_id # here", "Cannot read the route 'user_id'", "no table follows"),
                WrongCase.table("a route that stops at a table", "- table: t\n  route: user_id -> users # here", "names a table, but no column"),
                WrongCase.table("a route with another arrow", "- table: t\n  route: user_id => users.id # here", "at character 9", "'->' was expected"),
                WrongCase.table("a parenthesis left open", "- table: t\n  route: (a, b -> u.c # here", "a parenthesis is not closed"),
                WrongCase.table("a quote left open", "- table: t\n  route: '\"a -> u.c' # here", "double quote is not closed"),
                WrongCase.table("too long a name in a route", "- table: t\n  route: a -> " + LONG + ".c # here", "is too long"),
                WrongCase.table("no route in the list", "- table: t\n  route: [] # here", "At least one route"),
                WrongCase.table("a second route that is wrong", "- table: t\n  route:\n    - a -> b.c\n    - a -> b # here", "no column of it"),
                WrongCase.table("an unknown key of a route", "- table: t\n  route:\n    - path: a -> b.c\n      if: x # here", "'if' is not known in a route"),
                WrongCase.table("a route without a path", "- table: t\n  route: { when: x } # here", "needs a path"),
                WrongCase.table("an organization without a name", "- table: t\n  route: { organization: {} } # here", "a unique column and its value"),
                WrongCase.table("an organization with where:", "- table: t\n  route: { organization: { slug: a }, where: b } # here", "'where' is not known"),
                WrongCase.table("two columns at the end", "- table: t\n  route: a -> b.(c, d) # here", "it has to end in one column"),
                WrongCase.table("a key without a column", "- table: t\n  route: a -> b(c) # here", "a dot and a column have to follow"),
                WrongCase.table("a table of three names", "- table: t\n  route: a -> x.y.z.c # here", "at most schema.table"),
                WrongCase.table("a route without a name", "- table: t\n  route: '-> u.c' # here", "a name was expected"),
                WrongCase.table("an empty name in quotes", "- table: t\n  route: '\"\" -> u.c' # here", "a name must not be empty"),
                WrongCase.table("an organization with an empty value", "- table: t\n  route: { organization: { slug: '' } } # here",
                        "organization.slug must not be empty"),
                WrongCase.table("too long a column of the organization", "- table: t\n  route: { organization: { " + LONG + ": a } } # here",
                        "A column of organization is too long"),
                WrongCase.table("a parent in the same table alone", "- table: t\n  route: parent_id -> t.organization_id # here", "The only route of t reads the organization of a row's parent"),
                WrongCase.of("a circle", """
                        orgscope:
                          version: 1
                          tables:
                            - table: a # here
                              route: b_id -> b.organization_id
                            - { table: b, route: c_id -> c.organization_id }
                            - { table: c, route: a_id -> a.organization_id }
                        """, "form a circle: a -> b -> c -> a", "Give one of them a route to another table"));
    }

    /** What is no name, or none that PostgreSQL can have. */
    private static Stream<WrongCase> texts() {
        return Stream.of(
                WrongCase.of("an empty root", "{} # here\n", "The file has to begin with 'orgscope:'"),
                WrongCase.of("a key that is empty", "orgscope:\n  version: 1\n  '': 1 # here\n", "A key of orgscope must not be empty"),
                WrongCase.table("a blank table", "- table: ' ' # here\n  route: a -> b.c", "table must not be empty"),
                WrongCase.table("a table with a NUL", "- table: \"t\\0\" # here\n  route: a -> b.c", "holds a NUL character"),
                WrongCase.table("a table that is a list", "- table: [t] # here\n  route: a -> b.c", "table has to be a text"),
                WrongCase.table("a blank condition", "- table: t\n  route: { path: a -> b.c, when: '' } # here", "when must not be empty"),
                WrongCase.table("unique without columns", "- table: t\n  route: a -> b.c\n  unique:\n    - { columns: [] } # here", "needs 'replaces:'"),
                WrongCase.table("unique of a text", "- table: t\n  route: a -> b.c\n  unique: u # here", "an entry of unique has to be a mapping"),
                WrongCase.table("columns that are no list", "- table: t\n  route: a -> b.c\n  unique: { columns: a } # here", "columns has to be a list"),
                WrongCase.table("a move that is none", "- table: t\n  route: a -> b.c\n  moves: forbid # here", "moves has to be one of follow, refuse"),
                WrongCase.table("workers that are a word", "- table: t\n  route: a -> b.c\n  workers: many # here", "whole number from 1 to 16"),
                WrongCase.table("a lockDeadline of hours", "- table: t\n  route: a -> b.c\n  lockDeadline: 1h # here", "lockDeadline has to be a duration"),
                WrongCase.table("a batch of seconds", "- table: t\n  route: a -> b.c\n  batch: 5s # here", "batch has to be 1ms to 50ms, not '5s'"),
                WrongCase.table("a batch of nothing", "- table: t\n  route: a -> b.c\n  batch: 0ms # here", "batch has to be 1ms to 50ms"),
                WrongCase.table("too short a lockDeadline", "- table: t\n  route: a -> b.c\n  lockDeadline: 10ms # here",
                        "lockDeadline must not be shorter than lockTimeout, which is 50ms"),
                WrongCase.of("a lockDeadline too short for all tables", "orgscope:\n  version: 1\n  lockTimeout: 2s\n  lockDeadline: 1s # here\n"
                        + "  tables: [ { table: t, route: a -> b.c } ]\n",
                        "lockDeadline must not be shorter than lockTimeout, which is 2000ms"),
                WrongCase.of("a lockTimeout too long for the file", "orgscope:\n  version: 1\n  lockDeadline: 1s\n  tables:\n    - table: t\n"
                        + "      route: a -> b.c\n      lockTimeout: 2s # here\n", "lockDeadline must not be shorter than lockTimeout"));
    }

    private static Stream<WrongCase> isolation() {
        return Stream.of(
                WrongCase.of("isolation that is a word", "orgscope:\n  version: 1\n  isolation: all # here\n  tables: []\n", "isolation has to be one of none"),
                WrongCase.of("memberships for all tables", "orgscope:\n  version: 1\n  isolation:\n    memberships: a -> m(u).o # here\n  tables: []\n",
                        "'memberships' is not known in isolation"),
                WrongCase.table("references that are neither", isolated("references: both"), "references has to be one of composite, single"),
                WrongCase.table("rows that are a word", isolated("rows: all"), "rows has to be one of none"),
                WrongCase.table("an unknown key of rows", isolated("rows: { role: app }"), "'role' is not known in rows", "Did you mean 'roles'?"),
                WrongCase.table("a setting without a dot", isolated("rows: { setting: organization_id }"), "setting has to be a name with a dot in it"),
                WrongCase.table("no roles", isolated("rows: { roles: [] }"), "roles is empty"),
                WrongCase.table("a role twice", isolated("rows: { roles: [app, app] }"), "A role is listed twice"),
                WrongCase.table("a force that is a word", isolated("rows: { force: maybe }"), "force has to be true or false"),
                WrongCase.table("memberships with single references", isolated("references: single, memberships: a -> m(u).o"),
                        "memberships needs 'references: composite'"),
                WrongCase.table("a membership twice", isolated("references: composite, memberships: [a -> m(u).o, a -> m(u).o]"), "is listed twice in memberships"),
                WrongCase.table("a membership without its user", isolated("references: composite, memberships: a -> m.o"),
                        "names the table in which a user is a member"),
                WrongCase.table("a membership that is no route", isolated("references: composite, memberships: a"), "Cannot read the route 'a'"));
    }

    private static String isolated(String isolation) {
        return "- table: t\n  route: a -> b.c\n  isolation: { " + isolation + " } # here";
    }
}
