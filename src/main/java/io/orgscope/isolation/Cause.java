package io.orgscope.isolation;

import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Why a statement reaches rows, as far as the catalog shows. */
final class Cause {

    private Cause() {
    }

    static String of(Table table, PolicyCommand command, BoundRoles.Role role, boolean force) {
        String free = role.free(force && table.forceRowSecurity());
        if (free != null) {
            return "the policies of " + table.name() + " do not bind the role: it " + free;
        }
        if (!table.rowSecurity()) {
            return "row security is off on " + table.name() + ": run update again, or ALTER TABLE " + table.name().sql()
                    + " ENABLE ROW LEVEL SECURITY";
        }
        List<Policy> policies = table.policies().stream().filter(policy -> policy.applies(command.code()))
                .sorted(Comparator.comparing(policy -> policy.name().startsWith("orgscope_"))).toList();
        return policies.isEmpty() ? "no policy is for " + command
                : "what the policies of " + table.name() + " let through: " + policies.stream()
                        .map(policy -> policy.name() + (policy.permissive() ? "" : ", restrictive") + " (" + policy.definition() + ")")
                        .collect(Collectors.joining("; ")) + ". Drop or correct the policies that let through rows of other organizations";
    }
}
