package io.orgscope.isolation;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.Isolation;
import io.orgscope.step.Settings;
import java.util.List;

/** The properties for row security of the changes and the precondition of this package, as texts. */
final class RowProperties {

    static final String SETTING = "setting";
    static final String ROLES = "roles";
    static final String FORCE = "force";

    private RowProperties() {
    }

    /** Reads the properties. A property that is not set has its default. */
    static Isolation.Rows read(Settings settings) {
        String name = settings.find(SETTING).orElse(Isolation.Rows.DEFAULT_SETTING);
        SessionOrganization.requireName(name);
        String force = settings.get(FORCE);
        if (force != null && !force.equals("true") && !force.equals("false")) {
            throw new OrgScopeException("force has to be true or false, not '" + force + "'.");
        }
        List<String> names = Isolation.names(ROLES, settings.get(ROLES));
        names.forEach(role -> Identifier.problem(role).ifPresent(problem -> {
            throw new OrgScopeException("The role " + problem);
        }));
        return new Isolation.Rows(name, names, "true".equals(force));
    }
}
