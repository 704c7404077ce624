package example;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** For an application without JPA. */
class OrganizationTransactions extends DataSourceTransactionManager {

    private final CurrentOrganization organization;

    OrganizationTransactions(DataSource dataSource, CurrentOrganization organization) {
        super(dataSource);
        this.organization = organization;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config('app.organization_id', ?, true)")) {
            statement.setString(1, organization.text());    // empty without an organization: no row
            statement.execute();
        }
    }
}
