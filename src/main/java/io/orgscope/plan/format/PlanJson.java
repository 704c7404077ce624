package io.orgscope.plan.format;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.CandidateCoverage;
import io.orgscope.plan.decision.Decision;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plan as maps and lists, for other programs. */
final class PlanJson {

    private final Plan plan;

    PlanJson(Plan plan) {
        this.plan = plan;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("organizations", plan.organizations().table() + "." + plan.organizations().key());
        map.put("column", plan.column());
        map.put("dataChecked", plan.checked());
        map.put("ratesMeasured", plan.rates().measured());
        map.put("partitionsLeftOut", plan.partitions());
        map.put("tables", plan.tables().stream().map(this::table).toList());
        return map;
    }

    private Map<String, Object> table(PlannedTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema", table.table().name().schema());
        map.put("table", table.table().name().name());
        map.put("status", table.kept() ? "in your file" : table.status().toString());
        if (table.entry()) {
            map.put("active", table.active());
            map.put("question", table.question());
            map.put("routes", EntryYaml.routesOf(table).stream().map(PlanReport::route).toList());
        }
        map.put("reasons", table.reasons());
        map.put("candidates", table.candidates().stream().map(candidate -> candidate(table, candidate)).toList());
        map.put("uniqueKeys", table.unique().stream().map(PlanJson::unique).toList());
        if (table.evidence() != null) {
            map.put("evidence", evidence(table.evidence()));
        }
        if (table.estimate() != null) {
            map.put("estimate", estimate(table.estimate()));
        }
        return map;
    }

    private static Map<String, Object> candidate(PlannedTable table, Candidate candidate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("routes", candidate.ways().stream().map(way -> PlanReport.route(way.route(table.table().name().schema()))).toList());
        map.put("taken", table.chosen().contains(candidate));
        map.put("role", candidate.role().name());
        map.put("why", candidate.why());
        map.put("obstacle", candidate.obstacle());
        return map;
    }

    private static Map<String, Object> unique(UniqueAdvice advice) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("index", advice.index().name());
        map.put("becomesScoped", advice.swap());
        map.put("why", advice.why());
        return map;
    }

    private static Map<String, Object> evidence(CandidateCoverage evidence) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (evidence.failure() != null) {
            map.put("failure", evidence.failure());
            return map;
        }
        map.put("rows", evidence.rows());
        map.put("organizations", evidence.organizations());
        map.put("unanswered", evidence.unanswered());
        map.put("unansweredKeys", evidence.unansweredKeys());
        List<Object> answers = new ArrayList<>();
        evidence.shares().forEach(share -> answers.add(Map.of("route", Decision.name(share.candidate()), "rows", share.rows())));
        map.put("answers", answers);
        List<Object> conflicts = new ArrayList<>();
        evidence.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        map.put("conflicts", conflicts);
        return map;
    }

    private static Map<String, Object> conflict(CandidateCoverage.Comparison conflict) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("routes", List.of(Decision.name(conflict.one()), Decision.name(conflict.other())));
        map.put("rows", conflict.rows());
        map.put("ofRows", conflict.of());
        map.put("keys", conflict.keys());
        return map;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rows", estimate.rows());
        map.put("bytes", estimate.bytes());
        map.put("seconds", estimate.seconds());
        map.put("walBytes", estimate.wal());
        map.put("diskBytes", estimate.disk());
        List<Object> steps = new ArrayList<>();
        for (Estimate.Step step : estimate.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("step", step.name());
            one.put("lock", step.lock());
            one.put("held", step.held());
            one.put("seconds", step.seconds());
            one.put("walBytes", step.wal());
            steps.add(one);
        }
        map.put("steps", steps);
        return map;
    }
}
