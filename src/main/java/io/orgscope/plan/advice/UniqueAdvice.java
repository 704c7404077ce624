package io.orgscope.plan.advice;

import io.orgscope.postgres.Index;

/**
 * What to do with a unique key that does not hold the organization.
 *
 * @param swap whether the organization goes in front of it; else it stays as it is, for all organizations together
 * @param name of an index that does so already, to be adopted; null when there is none
 * @param why  the reason
 */
public record UniqueAdvice(Index index, boolean swap, String name, String why) {
}
