package example;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.TransactionDefinition;

/** Says at the start of each transaction for which organization it works: the database's row security reads it. */
@Configuration
public class OrganizationInTransactions {

    @Bean
    JpaVendorAdapter jpaVendorAdapter(CurrentOrganization organization) {
        HibernateJpaDialect dialect = new HibernateJpaDialect() {
            @Override
            public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition) throws SQLException {
                Object data = super.beginTransaction(entityManager, definition);
                entityManager.unwrap(Session.class).doWork(connection -> say(connection, organization.text()));
                return data;
            }
        };
        return new HibernateJpaVendorAdapter() {
            @Override
            public HibernateJpaDialect getJpaDialect() {
                return dialect;
            }
        };
    }

    /** {@code true} makes the setting end with the transaction, so that the pool's next borrower does not inherit it. */
    static void say(Connection connection, String organization) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config('app.organization_id', ?, true)")) {
            statement.setString(1, organization);
            statement.execute();
        }
    }
}
