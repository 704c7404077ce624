package io.orgscope.plan.format;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.CandidateCoverage;
import io.orgscope.plan.decision.Decision;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.report.Json;
import java.util.List;
import java.util.Map;

/** The plan as maps and lists, for other programs. */
final class PlanJson {

    private final Plan plan;

    PlanJson(Plan plan) {
        this.plan = plan;
    }

    Map<String, Object> toMap() {
        return Json.object("organizations", plan.organizations().table() + "." + plan.organizations().key(), "column", plan.column(),
                "dataChecked", plan.checked(), "ratesMeasured", plan.rates().measured(), "partitionsLeftOut", plan.partitions(),
                "tables", plan.tables().stream().map(PlanJson::table).toList());
    }

    private static Map<String, Object> table(PlannedTable table) {
        Map<String, Object> map = Json.object("schema", table.table().name().schema(), "table", table.table().name().name(),
                "status", table.kept() ? "in your file" : table.status().toString());
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
        return Json.object("routes", candidate.paths().stream().map(path -> PlanReport.route(path.route(table.table().name().schema()))).toList(),
                "taken", table.chosen().contains(candidate), "role", candidate.role().name(), "why", candidate.why(),
                "obstacle", candidate.obstacle());
    }

    private static Map<String, Object> unique(UniqueAdvice advice) {
        return Json.object("index", advice.index().name(), "becomesScoped", advice.swap(), "why", advice.why());
    }

    private static Map<String, Object> evidence(CandidateCoverage evidence) {
        return evidence.failure() != null ? Json.object("failure", evidence.failure())
                : Json.object("rows", evidence.rows(), "organizations", evidence.organizations(), "unanswered", evidence.unanswered(),
                        "unansweredKeys", evidence.unansweredKeys(), "answers", evidence.shares().stream().map(PlanJson::answer).toList(),
                        "conflicts", evidence.conflicts().stream().map(PlanJson::conflict).toList());
    }

    private static Map<String, Object> answer(CandidateCoverage.Share share) {
        return Json.object("route", Decision.name(share.candidate()), "rows", share.rows());
    }

    private static Map<String, Object> conflict(CandidateCoverage.Comparison conflict) {
        return Json.object("routes", List.of(Decision.name(conflict.one()), Decision.name(conflict.other())), "rows", conflict.rows(),
                "ofRows", conflict.of(), "keys", conflict.keys());
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        return Json.object("rows", estimate.rows(), "bytes", estimate.bytes(), "seconds", estimate.seconds(), "walBytes", estimate.wal(),
                "diskBytes", estimate.disk(), "steps", estimate.steps().stream().map(step -> Json.object("step", step.name(),
                        "lock", step.lock(), "held", step.held(), "seconds", step.seconds(), "walBytes", step.wal())).toList());
    }
}
