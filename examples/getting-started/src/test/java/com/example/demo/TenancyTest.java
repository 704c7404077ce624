package com.example.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import liquibase.command.CommandScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class TenancyTest {

    static EmbeddedPostgres postgres;

    @Autowired
    CurrentOrganization organization;

    @Autowired
    ConnectionRepository connections;

    /** The database as it is before the migration: every query finds the rows of both organizations. */
    @BeforeAll
    static void before() throws Exception {
        postgres = EmbeddedPostgres.start();
        new CommandScope("update").addArgumentValue("url", postgres.getJdbcUrl("postgres", "postgres"))
                .addArgumentValue("changelogFile", "db/schema.sql").execute();
        assertThat(new JdbcTemplate(postgres.getPostgresDatabase())
                .queryForList("SELECT handle FROM connections WHERE platform = 'mastodon' ORDER BY handle", String.class))
                .containsExactly("ann", "bob");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    /** Spring Boot starts the application on that database, and Liquibase migrates it. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void afterItEachOrganizationSeesItsOwn() {
        assertThat(handlesSeenBy(1L)).containsExactly("ann");
        assertThat(handlesSeenBy(2L)).containsExactly("bob");
        assertThat(handlesSeenBy(null)).isEmpty();
    }

    List<String> handlesSeenBy(Long who) {
        organization.set(who);
        return connections.findByPlatform("mastodon").stream().map(connection -> connection.handle).toList();
    }
}
