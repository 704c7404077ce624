package io.orgscope.scan.finding;

/** How serious a finding is. */
public enum Severity {
    /** Organizations can see or change rows of others, or rows belong to no organization. */
    CRITICAL,
    /** Nothing is wrong now, but nothing prevents it. */
    WARNING,
    /** For information. */
    INFO
}
