package io.orgscope.preflight;

import java.util.List;

/**
 * A declaration that is wrong, and what has to be said of it.
 *
 * @param yaml     the file; the line that is meant ends in {@code # here}, and without one it is the first
 * @param messages what the message has to contain
 */
record WrongCase(String name, byte[] yaml, int line, List<String> messages) {

    private static final String HERE = "# here";

    static WrongCase of(String name, String yaml, String... messages) {
        List<String> lines = yaml.lines().toList();
        int line = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(HERE)) {
                line = i + 1;
            }
        }
        return new WrongCase(name, yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8), line, List.of(messages));
    }

    /** What is wrong stands in the entry of a table that comes after one that is right. */
    static WrongCase table(String name, String entry, String... messages) {
        return of(name, """
                orgscope:
                  version: 1
                  tables:
                    - table: social_platform_connections
                      route: user_id -> users.default_organization_id
                """ + entry.indent(4), messages);
    }

    @Override
    public String toString() {
        return name;
    }
}
