package io.orgscope.isolation;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scoped tables with references of every kind between them, drawn from a seed. Each table has rows of three organizations,
 * and each reference leads to a row of the same one.
 */
record RandomSchema(KeyType type, boolean force, List<Entity> entities) {

    static final int ORGANIZATIONS = 3;
    static final int ROWS = 3;
    private static final String SCHEMA = "Tenant \"Data\"";
    private static final List<String> NAMES = List.of("Order \"x\"; DROP", "user", "a table whose name is as long as a name of PostgreSQL's can be, 63", "%1$s", "d'e");

    /**
     * A table.
     *
     * @param number its place among all
     */
    record Entity(int number, TableName name, List<Reference> references) {

        String sql() {
            return name.sql();
        }

        /** How a row is read, as text: its key, its organization, its text, and the keys of the rows that it references. */
        String read() {
            return "id, organization_id::text, body" + references.stream().map(each -> ", " + quoted(each.column())).collect(Collectors.joining());
        }
    }

    /**
     * A foreign key.
     *
     * @param two      of two columns: the key, and the text {@code 'b' || key}
     * @param onDelete as SQL
     */
    record Reference(Entity target, String column, boolean two, String match, String onDelete, String options) {

        boolean empties() {
            return onDelete.startsWith("SET");
        }

        String add(Entity from) {
            return "ALTER TABLE " + from.sql() + " ADD FOREIGN KEY (" + quoted(column) + (two ? ", " + quoted(column + "b") : "") + ") REFERENCES "
                    + target.sql() + (two ? " (a, b)" : " (id)") + match + " ON DELETE " + onDelete + options;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static RandomSchema of(Random random) {
        KeyType type = KeyType.values()[random.nextInt(KeyType.values().length)];
        List<Entity> entities = new ArrayList<>();
        int count = 3 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            String name = random.nextBoolean() ? "t" + i : NAMES.get(i % NAMES.size()).substring(0, Math.min(60, NAMES.get(i % NAMES.size()).length())) + i;
            entities.add(new Entity(i, new TableName(random.nextBoolean() ? "public" : SCHEMA, name), new ArrayList<>()));
        }
        for (Entity entity : entities) {
            int references = entity.number() == 0 ? random.nextInt(2) : 1 + random.nextInt(2);
            for (int i = 0; i < references; i++) {
                entity.references().add(reference(random, entity, entities, i));
            }
        }
        return new RandomSchema(type, random.nextBoolean(), entities);
    }

    private static Reference reference(Random random, Entity from, List<Entity> entities, int i) {
        boolean two = random.nextInt(3) == 0;
        List<String> deletes = Postgres.major() < 15 ? List.of("NO ACTION", "CASCADE", "RESTRICT")
                : List.of("NO ACTION", "CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT");
        String match = two || random.nextInt(3) > 0 ? "" : " MATCH FULL";
        String options = List.of("", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED").get(random.nextInt(3));
        return new Reference(entities.get(random.nextInt(entities.size())), "Ref \"" + i + "\"; " + from.number(), two,
                match, deletes.get(random.nextInt(deletes.size())), options);
    }

    /** Where the keys of one organization's rows begin: those of the first are 1 to 9. */
    static int first(int organization) {
        return organization * 10;
    }

    String ddl(String application) {
        StringBuilder sql = new StringBuilder((type == KeyType.DOMAIN ? "CREATE DOMAIN org_key AS bigint CHECK (VALUE > 0);\n" : "")
                + "CREATE SCHEMA " + quoted(SCHEMA) + ";\nGRANT USAGE ON SCHEMA " + quoted(SCHEMA) + " TO " + application + ";\n"
                + "CREATE TABLE organizations (id " + type.sqlType() + " PRIMARY KEY, slug text UNIQUE);\nGRANT SELECT ON organizations TO " + application + ";\n");
        for (int n = 1; n <= ORGANIZATIONS; n++) {
            sql.append("INSERT INTO organizations VALUES (").append(type.literal(n)).append(", 'org-").append(n).append("');\n");
        }
        for (Entity entity : entities) {
            String columns = entity.references().stream().map(each -> ", " + quoted(each.column()) + " integer" + (each.two() ? ", "
                    + quoted(each.column() + "b") + " text" : "")).collect(Collectors.joining());
            sql.append("CREATE TABLE ").append(entity.sql()).append(" (id integer PRIMARY KEY, organization_id ").append(type.sqlType())
                    .append(" NOT NULL REFERENCES organizations, body text, a integer NOT NULL, b text NOT NULL").append(columns).append(", UNIQUE (a, b));\n")
                    .append("GRANT SELECT, INSERT, UPDATE, DELETE ON ").append(entity.sql()).append(" TO ").append(application).append(";\n");
        }
        for (Entity entity : entities) {
            IntStream.rangeClosed(1, ORGANIZATIONS).forEach(organization -> IntStream.range(0, ROWS).forEach(n -> sql.append(insert(entity, organization,
                    first(organization) + n, entity.references().stream().map(each -> (Integer) (first(organization) + n)).toList())).append(";\n")));
        }
        entities.forEach(entity -> entity.references().forEach(each -> sql.append(each.add(entity)).append(";\n")));
        return sql.toString();
    }

    /** @param targets the keys of the rows referenced, null for none */
    String insert(Entity entity, int organization, int key, List<Integer> targets) {
        StringBuilder columns = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < targets.size(); i++) {
            Reference reference = entity.references().get(i);
            columns.append(", ").append(quoted(reference.column()));
            values.append(", ").append(targets.get(i));
            if (reference.two()) {
                columns.append(", ").append(quoted(reference.column() + "b"));
                values.append(", ").append(targets.get(i) == null ? "NULL" : "'b" + targets.get(i) + "'");
            }
        }
        return "INSERT INTO " + entity.sql() + " (id, organization_id, body, a, b" + columns + ") VALUES (" + key + ", " + type.literal(organization)
                + ", 'body', " + key + ", 'b" + key + "'" + values + ")";
    }

    /** The assignments that make a row reference another one. */
    static String set(Reference reference, Integer target) {
        return quoted(reference.column()) + " = " + target + (reference.two() ? ", " + quoted(reference.column() + "b") + " = "
                + (target == null ? "NULL" : "'b" + target + "'") : "");
    }

    /** Rows with the row that they reference. */
    static String join(Entity entity, Reference reference) {
        return "SELECT c.id || ' ' || p.id FROM " + entity.sql() + " c JOIN " + reference.target().sql() + " p ON p." + (reference.two() ? "a" : "id")
                + " = c." + quoted(reference.column()) + (reference.two() ? " AND p.b = c." + quoted(reference.column() + "b") : "");
    }

    String declaration(String application) {
        StringBuilder yaml = new StringBuilder("orgscope:\n  version: 1\n  organizations: { schema: public }\n  isolation: { references: composite, rows: { roles: [ "
                + application + " ], force: " + force + " } }\n  tables:\n");
        entities.forEach(entity -> yaml.append("    - { schema: '").append(entity.name().schema()).append("', table: '")
                .append(entity.name().name().replace("'", "''")).append("', route: { organization: { slug: org-1 } } }\n"));
        return yaml.toString();
    }
}
