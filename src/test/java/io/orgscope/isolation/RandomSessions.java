package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.isolation.RandomSchema.Entity;
import io.orgscope.isolation.RandomSchema.Reference;
import io.orgscope.testing.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sessions of random organizations that do random things to a {@link RandomSchema}, one transaction after the other. After
 * each the database has to be what {@link TenantRows} says, in every row of every organization.
 */
final class RandomSessions {

    private static final int NOBODY = 0;
    private static final String REFUSED = "42501";
    private static final String NO_ROW = "23503";

    /** What became of a statement: rows read, or a count of rows written, or an SQLSTATE. */
    private record Result(List<String> read, int written, String state) {
    }

    private final RandomSchema schema;
    private final Random random;
    private final Login superuser;
    private final Login application;
    private final String setting;
    private final Map<String, Integer> done = new HashMap<>();
    private TenantRows rows;
    private int next = 1000;

    RandomSessions(RandomSchema schema, Random random, Login superuser, Login application) throws SQLException {
        this.schema = schema;
        this.random = random;
        this.superuser = superuser;
        this.application = application;
        this.setting = Tenants.SETTING;
        this.rows = read();
        assertThat(rows.crossing()).isEmpty();
    }

    /** How many statements there were of each kind, and how they ended. */
    Map<String, Integer> run(int statements) throws SQLException {
        try (Connection connection = application.connection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < statements; i++) {
                step(connection);
            }
        }
        return done;
    }

    private void step(Connection connection) throws SQLException {
        int organization = random.nextInt(10) == 0 ? NOBODY : 1 + random.nextInt(RandomSchema.ORGANIZATIONS);
        Entity entity = schema.entities().get(random.nextInt(schema.entities().size()));
        switch (random.nextInt(9)) {
            case 0 -> reads(connection, organization, entity);
            case 1 -> joins(connection, organization, entity);
            case 2, 3 -> inserts(connection, organization, entity);
            case 4 -> updates(connection, organization, entity);
            case 5 -> moves(connection, organization, entity);
            case 6 -> references(connection, organization, entity);
            case 7 -> upserts(connection, organization, entity);
            default -> deletes(connection, organization, entity);
        }
    }

    private String key(int organization) {
        return organization == NOBODY ? "" : schema.type().text(organization);
    }

    private List<Integer> own(Entity entity, int organization) {
        return rows.of(entity, key(organization));
    }

    /** A row of any organization, or one that there is not. */
    private int any(Entity entity) {
        List<Integer> all = rows.all().keySet().stream().filter(key -> key.entity() == entity.number()).map(TenantRows.Key::id).toList();
        return all.isEmpty() || random.nextInt(10) == 0 ? 999 : all.get(random.nextInt(all.size()));
    }

    private void reads(Connection connection, int organization, Entity entity) throws SQLException {
        String where = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> " WHERE organization_id <> " + schema.type().literal(4) + " OR true";
            default -> " WHERE body IS NOT NULL FOR UPDATE";
        };
        String sql = "SELECT id FROM " + entity.sql() + where;
        Result result = session(connection, organization, sql);
        assertThat(result.read().stream().sorted().toList()).as(told(organization, sql))
                .isEqualTo(own(entity, organization).stream().map(String::valueOf).sorted().toList());
        count("read", result);
    }

    private void joins(Connection connection, int organization, Entity entity) throws SQLException {
        if (!entity.references().isEmpty()) {
            int reference = random.nextInt(entity.references().size());
            String sql = RandomSchema.join(entity, entity.references().get(reference));
            Result result = session(connection, organization, sql);
            assertThat(result.read().stream().sorted().toList()).as(told(organization, sql)).isEqualTo(rows.join(entity, reference, key(organization)));
            count("join", result);
        }
    }

    private void inserts(Connection connection, int organization, Entity entity) throws SQLException {
        int named = random.nextInt(4) == 0 || organization == NOBODY ? 1 + random.nextInt(RandomSchema.ORGANIZATIONS) : organization;
        List<Integer> targets = new ArrayList<>();
        boolean all = true;
        for (Reference reference : entity.references()) {
            Integer target = target(reference, organization);
            all &= target == null || own(reference.target(), organization).contains(target);
            targets.add(target);
        }
        int id = next++;
        String sql = schema.insert(entity, named, id, targets);
        Result result = session(connection, organization, sql);
        String expected = named != organization ? REFUSED : all ? null : NO_ROW;
        assertThat(result.state()).as(told(organization, sql)).isEqualTo(expected);
        after(organization, sql, result, rows.put(entity, id, new TenantRows.Row(key(named), "body", targets)));
        count("insert", result);
    }

    private Integer target(Reference reference, int organization) {
        List<Integer> own = own(reference.target(), organization);
        return random.nextInt(4) == 0 ? null : random.nextInt(4) == 0 || own.isEmpty() ? (Integer) any(reference.target()) : own.get(random.nextInt(own.size()));
    }

    private void updates(Connection connection, int organization, Entity entity) throws SQLException {
        boolean everything = random.nextBoolean();
        int id = any(entity);
        String sql = "UPDATE " + entity.sql() + " SET body = 'of " + next + "'" + (everything ? "" : " WHERE id = " + id);
        List<Integer> changed = own(entity, organization).stream().filter(each -> everything || each == id).toList();
        TenantRows expected = rows;
        for (int each : changed) {
            TenantRows.Row row = rows.find(entity, each).orElseThrow();
            expected = expected.put(entity, each, new TenantRows.Row(row.organization(), "of " + next, row.targets()));
        }
        next++;
        Result result = session(connection, organization, sql);
        assertThat(result.written()).as(told(organization, sql)).isEqualTo(changed.size());
        after(organization, sql, result, expected);
        count("update", result);
    }

    /** Without WHERE it reads no column, and then the policy for UPDATE alone has to refuse it. */
    private void moves(Connection connection, int organization, Entity entity) throws SQLException {
        int to = 1 + random.nextInt(RandomSchema.ORGANIZATIONS);
        boolean everything = random.nextInt(3) == 0;
        int id = any(entity);
        String sql = "UPDATE " + entity.sql() + " SET organization_id = " + schema.type().literal(to) + (everything ? "" : " WHERE id = " + id);
        int mine = (int) own(entity, organization).stream().filter(each -> everything || each == id).count();
        Result result = session(connection, organization, sql);
        assertThat(result.state()).as(told(organization, sql)).isEqualTo(mine > 0 && to != organization ? REFUSED : null);
        assertThat(result.written()).as(told(organization, sql)).isEqualTo(to == organization ? mine : 0);
        after(organization, sql, result, rows);
        count("move", result);
    }

    private void references(Connection connection, int organization, Entity entity) throws SQLException {
        if (entity.references().isEmpty()) {
            return;
        }
        int number = random.nextInt(entity.references().size());
        Reference reference = entity.references().get(number);
        Integer target = target(reference, organization);
        List<Integer> own = own(entity, organization);
        int id = own.isEmpty() || random.nextInt(3) == 0 ? any(entity) : own.get(random.nextInt(own.size()));
        boolean mine = own.contains(id);
        boolean fits = target == null || own(reference.target(), organization).contains(target);
        String sql = "UPDATE " + entity.sql() + " SET " + RandomSchema.set(reference, target) + " WHERE id = " + id;
        Result result = session(connection, organization, sql);
        assertThat(result.state()).as(told(organization, sql)).isEqualTo(mine && !fits ? NO_ROW : null);
        after(organization, sql, result, mine ? rows.put(entity, id, rows.find(entity, id).orElseThrow().with(number, target)) : rows);
        count("reference", result);
    }

    private void upserts(Connection connection, int organization, Entity entity) throws SQLException {
        int id = any(entity);
        int named = organization == NOBODY ? 1 : organization;
        List<Integer> none = entity.references().stream().map(each -> (Integer) null).toList();
        String sql = schema.insert(entity, named, id, none) + " ON CONFLICT (id) DO UPDATE SET body = 'taken over'";
        Result result = session(connection, organization, sql);
        boolean mine = own(entity, organization).contains(id);
        boolean there = rows.find(entity, id).isPresent();
        assertThat(result.state()).as(told(organization, sql)).isEqualTo(organization == NOBODY || there && !mine ? REFUSED : null);
        after(organization, sql, result, rows.put(entity, id, new TenantRows.Row(key(named), mine ? "taken over" : "body",
                mine ? rows.find(entity, id).orElseThrow().targets() : none)));
        count("upsert", result);
    }

    /**
     * It may be refused: rows that reference it, of the same organization, may forbid it. Nobody deletes everything: that
     * reads no column, so that the policy for DELETE alone has to keep it from every row.
     */
    private void deletes(Connection connection, int organization, Entity entity) throws SQLException {
        boolean everything = random.nextInt(20) == 0 || organization == NOBODY;
        int id = any(entity);
        List<Integer> going = own(entity, organization).stream().filter(each -> everything || each == id).toList();
        String sql = "DELETE FROM " + entity.sql() + (everything ? "" : " WHERE id = " + id);
        Result result = session(connection, organization, sql);
        assertThat(result.state()).as(told(organization, sql)).isIn(null, NO_ROW, "23001");
        after(organization, sql, result, rows.without(entity, going));
        count("delete", result);
    }

    private void after(int organization, String sql, Result result, TenantRows expected) throws SQLException {
        TenantRows now = read();
        assertThat(now.all()).as(told(organization, sql) + "\nended with " + (result.state() == null ? "success" : result.state()))
                .isEqualTo(result.state() == null ? expected.all() : rows.all());
        assertThat(now.crossing()).as(told(organization, sql)).isEmpty();
        rows = now;
    }

    private Result session(Connection connection, int organization, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (organization != NOBODY || random.nextBoolean()) {
                statement.execute("SET LOCAL " + setting + " = '" + key(organization) + "'");
            }
            Result result = statement.execute(sql) ? new Result(Tenants.values(statement.getResultSet()), 0, null)
                    : new Result(List.of(), statement.getUpdateCount(), null);
            connection.commit();
            return result;
        } catch (SQLException refused) {
            connection.rollback();
            return new Result(List.of(), 0, refused.getSQLState());
        }
    }

    private TenantRows read() throws SQLException {
        Map<TenantRows.Key, TenantRows.Row> all = new HashMap<>();
        for (Entity entity : schema.entities()) {
            for (List<String> row : superuser.rows("SELECT " + entity.read() + " FROM " + entity.sql())) {
                List<Integer> targets = new ArrayList<>();
                row.subList(3, row.size()).forEach(target -> targets.add(target == null ? null : Integer.valueOf(target)));
                all.put(new TenantRows.Key(entity.number(), Integer.parseInt(row.get(0))), new TenantRows.Row(row.get(1), row.get(2), targets));
            }
        }
        return new TenantRows(schema, all);
    }

    private String told(int organization, String sql) {
        return (organization == NOBODY ? "nobody" : "organization " + organization) + ": " + sql;
    }

    private void count(String kind, Result result) {
        done.merge(kind + " " + (result.state() == null ? result.read().size() + result.written() > 0 ? "done" : "nothing" : "refused"), 1, Integer::sum);
    }
}
