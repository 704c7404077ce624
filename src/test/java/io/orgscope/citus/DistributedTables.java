package io.orgscope.citus;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of step 15 begin with, and how they see what became of it. */
final class DistributedTables {

    private DistributedTables() {
    }

    /** Liquibase for tables with an organization that are to be distributed. Everything but that has run, up to the tag {@code single}. */
    static Liquibases single(Login login, Path directory, String... tables) {
        Liquibases liquibase = declared(login, directory, tables);
        liquibase.labels("!orgscope-distribute").update();
        liquibase.tag("single");
        return liquibase;
    }

    /** The same before anything has run. */
    static Liquibases declared(Login login, Path directory, String... tables) {
        return Liquibases.on(login).in(directory).changelog("a.orgscope.yaml", """
                orgscope:
                  version: 1
                  lockDeadline: 20s
                  distribute: citus
                  tables:
                """ + Stream.of(tables).map(table -> "    - { table: " + table + ", route: organization_id -> organizations.id }\n").collect(Collectors.joining()));
    }

    /** Each table that Citus has, and as what. */
    static List<String> kinds(Login login) throws SQLException {
        return login.strings("SELECT logicalrelid || ' ' || CASE WHEN partmethod = 'h' THEN 'distributed' WHEN repmodel = 't' THEN 'reference' ELSE 'local' END"
                + " FROM pg_dist_partition ORDER BY 1");
    }
}
