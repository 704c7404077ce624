/**
 * PostgreSQL as we need it: names that quote themselves, the catalog as a photograph, short lock requests, a little
 * JDBC.
 *
 * <p>What belongs here knows nothing of organizations and nothing of Liquibase, and imports no other package of ours.
 * SQL that says something about organizations belongs to the package of its concept.
 */
package io.orgscope.postgres;
