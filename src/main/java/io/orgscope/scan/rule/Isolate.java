package io.orgscope.scan.rule;

import io.orgscope.report.Text;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.spec.Isolation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Declarations of isolation as remedies. */
final class Isolate {

    private Isolate() {
    }

    /** Foreign keys that include the organization: step 11. */
    static Remedy references(String advice) {
        return Remedy.isolation(advice + ".", "isolation:\n  references: composite\n");
    }

    /** Row security: step 12. It is for the declared roles. If there are none, the reader has to name one. */
    static Remedy rows(Context context, String advice) {
        return rows(context, advice, "");
    }

    /** The same, for the owner too. */
    static Remedy forced(Context context, String advice) {
        return rows(context, advice, Remedy.FORCE);
    }

    private static Remedy rows(Context context, String advice, String force) {
        Set<String> roles = new LinkedHashSet<>();
        context.declared().values().stream().map(table -> table.isolation().rows()).filter(Objects::nonNull).map(Isolation.Rows::roles)
                .flatMap(Collection::stream).forEach(roles::add);
        return Remedy.isolation(advice + ".", "isolation:\n  rows: { roles: [ " + (roles.isEmpty() ? "app" : String.join(", ", roles.stream()
                .map(Text::yaml).toList())) + " ]" + force + " }\n" + (roles.isEmpty() ? "  # roles: the role of the application\n" : ""));
    }
}
