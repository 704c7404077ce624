package io.orgscope.report;

import io.orgscope.postgres.OrgScopeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of a report. */
public enum Format {
    TEXT, JSON, MARKDOWN, HTML, SARIF, YAML;

    /**
     * Reads a name of a format, in upper or lower case.
     *
     * @param allowed the formats that this report has
     */
    public static Format parse(String name, Format... allowed) {
        List<Format> list = Arrays.asList(allowed);
        return list.stream().filter(format -> format.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new OrgScopeException("There is no format '" + Text.line(name) + "'. Use one of "
                        + String.join(", ", list.stream().map(Format::toString).toList()) + "."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
