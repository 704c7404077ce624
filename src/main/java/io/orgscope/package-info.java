/**
 * Gives live PostgreSQL tables their organization, with Liquibase.
 *
 * <p>This list is the map. A package uses packages above it in the list.
 * <ul>
 * <li>{@link io.orgscope.postgres}: names, catalog, locks; nothing about organizations
 * <li>{@link io.orgscope.report}: tables, JSON, Markdown, YAML as text, and the terminal
 * <li>{@link io.orgscope.route}: how a row finds its organization, as a model and as SQL
 * <li>{@link io.orgscope.spec}: what the user declares in a {@code *.orgscope.yaml}, and its expansion
 * <li>{@link io.orgscope.step}: what a step is: a plan of statements that runs live or is written as a script
 * <li>{@link io.orgscope.backfill}, {@link io.orgscope.index}, {@link io.orgscope.reference},
 * {@link io.orgscope.column}: the steps. Before NOT NULL, the step fills the rows of partitions that were attached after the backfill
 * <li>{@link io.orgscope.distribute}: what has to be true of tables before Citus can distribute them
 * <li>{@link io.orgscope.isolation}: row security, and the proof that it holds
 * <li>{@link io.orgscope.invariant}: the rules, as preconditions and as checks
 * <li>{@link io.orgscope.preflight}: checks a whole declaration against the catalog before anything is changed
 * <li>{@link io.orgscope.command}: what a command is, for Liquibase and for our own command line
 * <li>{@link io.orgscope.repair}: fills rows again that hold another organization than their routes give
 * <li>{@link io.orgscope.plan}: finds the routes from each table to its organization, and writes the declaration
 * <li>{@link io.orgscope.citus}: lets Citus distribute the tables, forward and back
 * <li>{@link io.orgscope.scan}: checks every table against the rules, and reports
 * <li>{@link io.orgscope.cli}: scan and plan without Liquibase
 * </ul>
 * Types whose names end in Change, Precondition, Statement, Generator, Parser or CommandStep are the adapters to
 * Liquibase. {@code META-INF/services} names them. No other type imports Liquibase.
 */
package io.orgscope;
