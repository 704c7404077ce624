/**
 * How far a backfill is: what it reports, as a bar on a terminal and as lines in a log. Nothing here talks to the database.
 */
package io.orgscope.backfill.progress;
