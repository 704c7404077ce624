/**
 * What we need of PostgreSQL: quoted names, a snapshot of the catalog, short lock requests, and a little JDBC.
 *
 * <p>Nothing here knows organizations or Liquibase, and it imports no other package of ours. SQL about organizations
 * belongs to the package of its concept.
 */
package io.orgscope.postgres;
