/**
 * When a backfill rests, slows down or waits: its pace, and the conditions on the server that it waits for. A further
 * condition is a class here and a line in {@code Backfill.conditions}. Nothing here fills a row.
 */
package io.orgscope.backfill.throttle;
