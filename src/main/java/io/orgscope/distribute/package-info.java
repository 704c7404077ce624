/**
 * What has to be true of tables before Citus can distribute them by their organization.
 *
 * <p>What belongs here: which table becomes distributed, which one a reference table, and which one stays local; each obstacle
 * and its remedy; how the rows of the organizations spread over the shards; and which tables Citus manages already. The report needs no
 * Citus: it reads the catalog of a plain PostgreSQL.
 * Whose the rows of a table are is not decided here: {@link io.orgscope.plan} decides it and asks for the report.
 */
package io.orgscope.distribute;
