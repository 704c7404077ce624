package io.orgscope.bench;

import io.orgscope.testing.Liquibases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** The same steps as Liquibase's own changes, a change set each. */
record VanillaLiquibase() implements Contender {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet: { id: 1, author: bench, changes: [ addColumn: { tableName: social_platform_connections,
                  columns: [ column: { name: organization_id, type: uuid } ] } ] }
              - changeSet: { id: 2, author: bench, changes: [ update: { tableName: social_platform_connections, columns: [
                  column: { name: organization_id,
                    valueComputed: "(SELECT u.default_organization_id FROM users u WHERE u.id = social_platform_connections.user_id)" } ] } ] }
              - changeSet: { id: 3, author: bench, changes: [ addNotNullConstraint: { tableName: social_platform_connections,
                  columnName: organization_id, columnDataType: uuid } ] }
              - changeSet: { id: 4, author: bench, changes: [ addForeignKeyConstraint: { baseTableName: social_platform_connections,
                  baseColumnNames: organization_id, constraintName: fk_social_platform_conn_organization_id,
                  referencedTableName: organizations, referencedColumnNames: id, onDelete: CASCADE } ] }
              - changeSet: { id: 5, author: bench, changes: [ createIndex: { tableName: social_platform_connections,
                  indexName: idx_social_platform_conn_org_id, columns: [ column: { name: organization_id } ] } ] }
              - changeSet: { id: 6, author: bench, changes: [ dropIndex: { tableName: social_platform_connections,
                  indexName: idx_social_conn_user_platform } ] }
              - changeSet: { id: 7, author: bench, changes: [ createIndex: { tableName: social_platform_connections,
                  indexName: idx_social_platform_conn_org_user_platform, unique: true,
                  columns: [ column: { name: organization_id }, column: { name: user_id }, column: { name: platform } ] } ] }
            """;

    @Override
    public String name() {
        return "Liquibase's own changes";
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        StepClock clock = new StepClock(stage, "::2::");
        try {
            Liquibases.at(stage.url()).in(Bench.changelogs()).changelog("vanilla.yaml", CHANGELOG)
                    .telling(clock).update();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            clock.stop();
        }
    }

}
