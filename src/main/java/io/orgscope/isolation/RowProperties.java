package io.orgscope.isolation;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.Isolation;
import java.util.List;

/** The properties for row security of the changes and the precondition of this package, as texts. */
final class RowProperties {

    static final String SETTING = "setting";
    static final String ROLES = "roles";
    static final String FORCE = "force";

    private RowProperties() {
    }

    /**
     * Reads the properties; one that is null has its default.
     *
     * @param roles a name, or a YAML list of names
     * @param force true or false
     */
    static Isolation.Rows read(String setting, String roles, String force) {
        String name = setting == null ? Isolation.Rows.DEFAULT_SETTING : setting;
        SessionOrganization.requireName(name);
        if (force != null && !force.equals("true") && !force.equals("false")) {
            throw new OrgScopeException("force has to be true or false, not '" + force + "'.");
        }
        List<String> names = Isolation.names(ROLES, roles);
        names.forEach(role -> Identifier.problem(role).ifPresent(problem -> {
            throw new OrgScopeException("The role " + problem);
        }));
        return new Isolation.Rows(name, names, "true".equals(force));
    }
}
