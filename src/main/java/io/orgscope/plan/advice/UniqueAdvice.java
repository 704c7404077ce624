package io.orgscope.plan.advice;

import io.orgscope.postgres.Index;

/**
 * What to do with a unique key that does not include the organization.
 *
 * @param swap whether the organization becomes its first column. If not, it stays unique for all organizations together
 * @param name the index that does so already and is adopted; null if there is none
 * @param why  the reason
 */
public record UniqueAdvice(Index index, boolean swap, String name, String why) {
}
