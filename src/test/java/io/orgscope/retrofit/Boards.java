package io.orgscope.retrofit;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;

/** Boards, their cards, which have cards above them, and remarks on cards: three tables that reference each other. */
final class Boards {

    static final String TABLES = """
            CREATE TABLE boards (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users);
            CREATE TABLE cards (id integer PRIMARY KEY, board_id integer NOT NULL REFERENCES boards ON DELETE CASCADE, above integer REFERENCES cards);
            CREATE TABLE remarks (id integer PRIMARY KEY, card_id integer NOT NULL CONSTRAINT of_a_card REFERENCES cards, user_id integer);
            COMMENT ON CONSTRAINT of_a_card ON remarks IS 'said of it';
            CREATE TABLE members (user_id integer REFERENCES users, organization_id integer REFERENCES organizations);
            INSERT INTO boards SELECT n, n FROM generate_series(1, 6) n;
            INSERT INTO cards SELECT n, (n - 1) % 6 + 1, CASE WHEN n > 6 THEN n - 6 END FROM generate_series(1, 18) n;
            INSERT INTO remarks SELECT n, n, (n - 1) % 6 + 1 FROM generate_series(1, 18) n;
            INSERT INTO members SELECT id, default_organization_id FROM users;
            """;

    /** What steps 01 to 10 leave of them, as far as step 11 reads it. */
    private static final String CONTRACTED = """
            ALTER TABLE boards ADD organization_id integer REFERENCES organizations;
            ALTER TABLE cards ADD organization_id integer REFERENCES organizations;
            ALTER TABLE remarks ADD organization_id integer REFERENCES organizations;
            UPDATE boards SET organization_id = default_organization_id FROM users WHERE users.id = user_id;
            UPDATE cards SET organization_id = boards.organization_id FROM boards WHERE boards.id = board_id;
            UPDATE remarks SET organization_id = cards.organization_id FROM cards WHERE cards.id = card_id;
            ALTER TABLE boards ALTER organization_id SET NOT NULL;
            ALTER TABLE cards ALTER organization_id SET NOT NULL;
            ALTER TABLE remarks ALTER organization_id SET NOT NULL;
            """;

    static final String DECLARED = """
            - table: boards
              route: user_id -> users.default_organization_id
              isolation: { references: composite }
            - table: cards
              route: board_id -> boards.organization_id
              isolation: { references: composite }
            - table: remarks
              route: card_id -> cards.organization_id
              isolation: { references: composite }
            """;

    private Boards() {
    }

    /** The tables after steps 01 to 10, and a Liquibase that runs the isolation alone. */
    static Liquibases contracted(TestDatabase database, Path directory) throws SQLException {
        new Situation("boards", KeyType.INTEGER, TABLES + CONTRACTED, DECLARED).into(database);
        return declared(database, directory, DECLARED);
    }

    /** Something that another session of the application commits just before the next change of a table. It has to be without effect the second time. */
    static void beforeTheNextAlterTable(TestDatabase database, String sql) throws SQLException {
        database.execute("CREATE FUNCTION late() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN " + sql + "; END $$",
                "CREATE EVENT TRIGGER late ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION late()");
    }

    static Liquibases declared(TestDatabase database, Path directory, String tables) {
        return new Situation("boards", KeyType.INTEGER, TABLES, tables).liquibase(database, directory).labels("orgscope-isolate");
    }
}
