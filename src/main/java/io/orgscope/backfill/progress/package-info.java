/**
 * The progress of a backfill, as a bar on a terminal and as lines in a log. Nothing here talks to the database.
 */
package io.orgscope.backfill.progress;
