package io.orgscope.isolation;

import io.orgscope.spec.Naming;

/**
 * A view, a function, a rule, a partition or a parent that a bound role may use and that reads a table with the privileges of a role
 * that the policies do not bind.
 *
 * @param name    schema-qualified and quoted; for a function with the types of its arguments; for a rule its name, ON and its table
 * @param nearest the view that is nearest to the table and decides as whom it is read; null for the others
 * @param runsAs  the role whose privileges are used to read the table; null for a partition and a parent
 * @param policy  a permissive policy that is for {@code runsAs} and not for the bound role; null if the policies do not bind
 *                {@code runsAs}. For a partition and a parent one of its own that is for the role; null if none binds the role
 * @param comparing whether {@code policy} is one of a partition or a parent and reads the column of the organization
 * @param role    a bound role that may use it
 * @param part    the partition or the parent that it reads or is, schema-qualified and quoted; null if that is the table itself
 * @param open    whether it reads a partition or a parent without row security, so that no policy binds anybody
 * @param above   whether it reads a table from which the table inherits, or is this table
 * @param reads   whether that role may read at least one column of it; of a parent the column tableoid
 * @param deletes whether that role may delete through it; from a parent also whether it may read the column tableoid
 * @param through the view through which a function or a rule reads, with the privileges of the view's owner; null if it reads with
 *                its own
 * @param call    a call that changes nothing: of a function without arguments that cannot write; else null
 * @param revoke  the statements after which that role may not use a partition or a parent; null for the others
 */
record Bypass(Kind kind, String name, String nearest, String runsAs, String policy, boolean comparing, String role, String part, boolean open,
              boolean above, boolean reads, boolean deletes, String through, String call, String revoke) {

    enum Kind { VIEW, MATERIALIZED_VIEW, FUNCTION, RULE, PARTITION, PARENT }

    /** The hazard, as a sentence without its end. */
    String hazard(String table) {
        String relation = part == null ? table : open ? (above ? "a parent of " : "a partition of ") + table
                : part + (above ? ", a parent of " : ", a partition of ") + table + ",";
        String unbound = open && above ? "which the policies of " + table + " do not bind there"
                : open ? "which the policies of the whole table do not bind on a partition"
                : policy == null ? "which the policies do not bind" : "for which the permissive policy " + policy + " lets rows through";
        return switch (kind) {
            case VIEW -> "the view " + name + " reads " + relation + " as " + runsAs + ", " + unbound + ", and " + role + " may use it";
            case MATERIALIZED_VIEW -> "the materialized view " + name + " stores rows of " + table + " that " + runsAs + " has read, and row"
                    + " security does not filter them; " + role + " may read it";
            case FUNCTION -> "the SECURITY DEFINER function " + name + mentions(relation, table, unbound) + "; " + role + " may call it";
            case RULE -> "the rule " + name + mentions(relation, table, unbound) + "; a statement of " + role + " may run it";
            case PARTITION -> role + " may use the partition " + name + " of " + table + ", and the policies of the whole table do not apply to a"
                    + " statement on a partition" + own();
            case PARENT -> role + " may use " + name + ", from which " + table + " inherits, and the policies of " + table + " do not apply to a"
                    + " statement on it" + own();
        };
    }

    /** What is wrong with the row security of a partition or of a parent. */
    private String own() {
        return open ? "" : policy == null ? ". Its own policies do not bind its owner" : ". Its permissive policy " + policy + " lets rows through";
    }

    private String mentions(String relation, String table, String unbound) {
        return " mentions " + (through == null ? relation + " and runs as " + runsAs + ", " + unbound
                : through + ", through which it reads rows of " + table + " that the policies do not filter");
    }

    /** What to do. */
    String remedy(int serverVersion) {
        String accept = "; if it has to see all organizations, check what it returns, and put " + Naming.ACCEPTED + " and the reason in its comment";
        if (kind == Kind.RULE) {
            return "DROP RULE " + name + ", and use a trigger with a SECURITY INVOKER function in its place" + orCorrect()
                    + "; if it reaches only what it should, put " + Naming.ACCEPTED + " and the reason in its comment";
        }
        if (through != null) {
            return "let it read the table in place of " + through + ", as a role that the policies bind, or revoke it from " + role + orCorrect() + accept;
        }
        if (open && (kind == Kind.VIEW || kind == Kind.FUNCTION)) {
            return "let it read " + (above ? "the table in place of its parent" : "the whole table in place of the partition")
                    + ", as a role that the policies bind, or revoke it from " + role + accept;
        }
        return switch (kind) {
            case VIEW -> (serverVersion >= 15 ? "ALTER VIEW " + nearest + " SET (security_invoker = true)"
                    : "PostgreSQL before 15 has no security_invoker: give the view to a role that the policies bind (ALTER VIEW " + nearest
                    + " OWNER TO …), or revoke it from " + role) + orCorrect() + accept;
            case MATERIALIZED_VIEW -> "revoke it from " + role + ", and offer the rows of one organization through a view or a function with a"
                    + " condition on the organization" + accept;
            case FUNCTION -> "give it to a role that the policies bind (ALTER ROUTINE " + name + " OWNER TO …), or make it SECURITY INVOKER"
                    + orCorrect() + accept;
            case RULE -> throw new IllegalStateException(name);
            case PARTITION -> revoke + ": privileges on the whole table are enough" + orCorrect() + accept;
            case PARENT -> revoke + orCorrect() + ", or end the inheritance (ALTER TABLE … NO INHERIT " + name + ")"
                    + accept;
        };
    }

    /** What else helps if a partition or a parent has row security. FORCE binds its owner, but not every role as which a view or a function reads. */
    private String orCorrect() {
        if (part == null || open) {
            return "";
        }
        return policy != null ? ", or drop the policy " + policy + " of " + part + ", or let it compare the organization"
                : kind == Kind.PARTITION || kind == Kind.PARENT ? ", or ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY" : "";
    }
}
