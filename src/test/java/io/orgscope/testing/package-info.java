/**
 * What the tests of all packages share. What one package alone needs is in that package.
 *
 * <ul>
 *   <li>A database: {@link io.orgscope.testing.PostgresTest} gives a test a {@link io.orgscope.testing.TestDatabase} of its own.
 *       {@link io.orgscope.testing.Login} runs SQL as one role. {@link io.orgscope.testing.CitusCluster} is the same on a cluster,
 *       {@link io.orgscope.testing.PoolerProxy} is a pooler before the server.</li>
 *   <li>Tables: {@link io.orgscope.testing.Fixture} and {@link io.orgscope.testing.Seed} make the 49 tables and their rows, with each
 *       {@link io.orgscope.testing.KeyType}.</li>
 *   <li>Liquibase: {@link io.orgscope.testing.Liquibases} in this process, {@link io.orgscope.testing.Cli} in another one, and
 *       {@link io.orgscope.testing.Script} runs what it wrote as psql does.</li>
 *   <li>Before and after: {@link io.orgscope.testing.CatalogSnapshot} and {@link io.orgscope.testing.RowSnapshot}.</li>
 *   <li>Disturbances: {@link io.orgscope.testing.FaultInjection} stops a run, {@link io.orgscope.testing.ConcurrentWriters} is an application
 *       that writes, {@link io.orgscope.testing.SmallTables} lets small tables count as small.</li>
 *   <li>{@link io.orgscope.testing.Waiting} waits for what another session does.</li>
 * </ul>
 */
package io.orgscope.testing;
