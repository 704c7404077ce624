/**
 * What a step is: a list of {@link io.orgscope.step.Action actions}, made from what the catalog lacks, that runs live
 * or is written as a script. Whatever a step does, it does through here: locks, retries, the ledger, update-sql, and the
 * partitions of a table one by one ({@link io.orgscope.step.EachPartition}).
 *
 * <p>{@link io.orgscope.step.OrganizationScopeChange} and {@link io.orgscope.step.OrganizationScopePrecondition} are
 * what Liquibase sees of a step. What a particular step does belongs to its own package.
 */
package io.orgscope.step;
