package io.orgscope.testing;

import static io.orgscope.testing.CatalogQuery.acl;
import static io.orgscope.testing.CatalogQuery.facts;

import java.util.List;

/** What the catalog says about things that run: triggers, functions, rules, policies, event triggers. */
final class CodeFacts {

    private static final String TRIGGERS = facts("'trigger ' || r.name || '.' || quote_ident(t.tgname)", """
            ('definition', pg_get_triggerdef(t.oid)),
            ('enabled', t.tgenabled::text),
            ('comment', obj_description(t.oid, 'pg_trigger'))
            """, "FROM relation AS r JOIN pg_trigger AS t ON t.tgrelid = r.oid", "NOT t.tgisinternal");

    /** An aggregate has no definition that the server would print; its line says that it is there. */
    private static final String FUNCTIONS = facts("""
            'function ' || format('%I.%I(%s)', s.nspname, p.proname, pg_get_function_identity_arguments(p.oid))
            """, """
            ('definition', CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END),
            ('owner', p.proowner::regrole::text),
            ('acl', %s),
            ('comment', obj_description(p.oid, 'pg_proc'))
            """.formatted(acl("p.proacl", 'f', "p.proowner")), "FROM schema AS s JOIN pg_proc AS p ON p.pronamespace = s.oid", """
            NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype IN ('e', 'i'))
            """);

    /** A view's own rule is told by the view's definition. */
    private static final String RULES = facts("'rule ' || r.name || '.' || quote_ident(w.rulename)", """
            ('definition', pg_get_ruledef(w.oid)),
            ('enabled', w.ev_enabled::text),
            ('comment', obj_description(w.oid, 'pg_rewrite'))
            """, "FROM relation AS r JOIN pg_rewrite AS w ON w.ev_class = r.oid", "w.rulename <> '_RETURN'");

    private static final String POLICIES = facts("'policy ' || r.name || '.' || quote_ident(p.polname)", """
            ('command', p.polcmd::text),
            ('permissive', p.polpermissive::text),
            ('roles', (SELECT string_agg(CASE o WHEN 0 THEN 'public' ELSE o::regrole::text END, ', ' ORDER BY o::regrole::text)
                       FROM unnest(p.polroles) AS o)),
            ('using', pg_get_expr(p.polqual, p.polrelid)),
            ('with check', pg_get_expr(p.polwithcheck, p.polrelid)),
            ('comment', obj_description(p.oid, 'pg_policy'))
            """, "FROM relation AS r JOIN pg_policy AS p ON p.polrelid = r.oid");

    private static final String EVENT_TRIGGERS = facts("'event trigger ' || quote_ident(e.evtname)", """
            ('event', e.evtevent::text),
            ('tags', e.evttags::text),
            ('function', e.evtfoid::regprocedure::text),
            ('enabled', e.evtenabled::text),
            ('owner', e.evtowner::regrole::text)
            """, "FROM pg_event_trigger AS e");

    static final List<String> QUERIES = List.of(TRIGGERS, FUNCTIONS, RULES, POLICIES, EVENT_TRIGGERS);

    private CodeFacts() {
    }
}
