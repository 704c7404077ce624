/**
 * Gives live PostgreSQL tables their organization, with Liquibase.
 *
 * <p>The map, from the ground up; each package uses only those above it in this list:
 * <ul>
 * <li>{@link io.orgscope.postgres}: names, catalog, locks; knows no organizations
 * <li>{@link io.orgscope.report}: tables, JSON, Markdown, YAML as text, and the terminal
 * <li>{@link io.orgscope.route}: how a row finds its organization, as a model and as SQL
 * <li>{@link io.orgscope.spec}: what the user declares in a {@code *.orgscope.yaml}, and its expansion
 * <li>{@link io.orgscope.step}: what a step is: a plan of statements that runs live or is written as a script
 * <li>{@link io.orgscope.column}, {@link io.orgscope.backfill}, {@link io.orgscope.reference},
 * {@link io.orgscope.index}: the steps; NOT NULL has the rows of a partition filled that was attached since the backfill
 * <li>{@link io.orgscope.isolation}: row security, and the proof that it holds
 * <li>{@link io.orgscope.invariant}: the rules, as precondition and as verification
 * <li>{@link io.orgscope.preflight}: a whole declaration held against the catalog before anything is changed
 * <li>{@link io.orgscope.command}: what a command is, for Liquibase and for our own command line
 * <li>{@link io.orgscope.repair}: rows that hold another organization than their routes give, filled anew
 * <li>{@link io.orgscope.plan}: from each table the way to its organization, written as a declaration
 * <li>{@link io.orgscope.scan}: every table looked at, against the rules, and reported
 * <li>{@link io.orgscope.cli}: scan and plan without Liquibase
 * </ul>
 * Types whose names end in Change, Precondition, Statement, Generator, Parser or CommandStep are thin adapters to
 * Liquibase, named in {@code META-INF/services}; nothing else imports it.
 */
package io.orgscope;
