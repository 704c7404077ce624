/**
 * When a backfill rests, slows down or waits: its pace, and the conditions on the server for which it waits. To add a condition,
 * write a class here and a line in {@code Backfill.conditions}. Nothing here fills a row.
 */
package io.orgscope.backfill.throttle;
