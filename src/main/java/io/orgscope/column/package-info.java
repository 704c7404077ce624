/**
 * The organization column itself: adding it (01), keeping it filled while the old application runs (02), requiring it
 * (04), and leaving it to the new application (10); back, dropping it with nothing lost.
 *
 * <p>Filling the rows that are there already belongs to {@link io.orgscope.backfill}.
 */
package io.orgscope.column;
