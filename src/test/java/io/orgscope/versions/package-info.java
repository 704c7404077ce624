/** The tests on every PostgreSQL, Liquibase and JDK that we say we work with; {@code mvn -Pmatrix verify}. No tests are here. */
package io.orgscope.versions;
