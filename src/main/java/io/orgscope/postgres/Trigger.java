package io.orgscope.postgres;

/** A trigger as the catalog has it. */
public record Trigger(String name, String function) {
}
