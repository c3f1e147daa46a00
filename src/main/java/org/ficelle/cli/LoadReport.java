package org.ficelle.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ficelle.load.LoadCounts;
import org.ficelle.load.LoadPlan;
import org.jspecify.annotations.Nullable;

/** What a load did or would do, in words and fields. */
final class LoadReport {

    private LoadReport() {}

    /** A table of the counts for each sort of element; the first row is the head. */
    static List<List<String>> rows(LoadPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "read", "created", "changed", "unchanged", "removed"));
        plan.counts().forEach((sort, counts) -> rows.add(row(sort.label(), counts)));
        rows.add(row("all", plan.total()));
        return rows;
    }

    private static List<String> row(String name, LoadCounts counts) {
        List<String> row = new ArrayList<>(List.of(name));
        fields(counts).values().forEach(count -> row.add(String.valueOf(count)));
        return row;
    }

    /** The same counts for JSON. */
    static Map<String, @Nullable Object> fields(Loading.Done done, boolean dryRun) {
        LoadPlan plan = done.plan();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dryRun", dryRun);
        fields.put("filesRead", done.read());
        fields.putAll(fields(plan.total()));
        Map<String, Object> byType = new LinkedHashMap<>();
        plan.counts().forEach((sort, counts) -> byType.put(sort.label(), fields(counts)));
        fields.put("byType", byType);
        return fields;
    }

    static Map<String, Integer> fields(LoadCounts counts) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("read", counts.read());
        fields.put("created", counts.created());
        fields.put("changed", counts.changed());
        fields.put("unchanged", counts.unchanged());
        fields.put("removed", counts.removed());
        return fields;
    }
}
