package io.orgscope.citus;

/** Parts of SQL that write a GRANT, for a row {@code g} of aclexplode. */
final class Grants {

    /** The role. */
    static final String GRANTEE = "CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END";

    /** The role, and whether it may grant the privilege to others. */
    static final String GRANTEE_WITH_OPTION = "pg_catalog.concat(" + GRANTEE + ", CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)";

    private Grants() {
    }
}
