package org.ficelle.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ficelle.load.ElementChange;
import org.ficelle.load.History;
import org.ficelle.load.LoadCounts;
import org.ficelle.load.LoadRecord;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;

/** Past loads and changes as rows and as fields. */
final class HistoryReport {

    private HistoryReport() {}

    static QueryResult loads(List<LoadRecord> loads) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LoadRecord load : loads) {
            LoadCounts total = load.total();
            rows.add(row(
                    load.number(),
                    load.at().toString(),
                    (long) total.read(),
                    (long) total.created(),
                    (long) total.changed(),
                    (long) total.unchanged(),
                    (long) total.removed(),
                    (long) load.files().count(),
                    (long) load.files().different(),
                    load.milliseconds() / 1000.0));
        }
        return new QueryResult(
                List.of(
                        "load",
                        "at",
                        "read",
                        "created",
                        "changed",
                        "unchanged",
                        "removed",
                        "files",
                        "filesChanged",
                        "seconds"),
                rows);
    }

    /** One row for each field that changed, and one for each element that came or went. */
    static QueryResult changes(History history, List<ElementChange> changes) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ElementChange change : changes) {
            LoadRecord load = history.load(change.load()).orElse(null);
            List<ElementChange.Field> fields =
                    change.fields().isEmpty() ? List.of(new ElementChange.Field("", "", "")) : change.fields();
            for (ElementChange.Field field : fields) {
                rows.add(row(
                        load == null ? null : load.number(),
                        load == null ? change.load() : load.at().toString(),
                        change.deed().label(),
                        change.element().type(),
                        change.element().id(),
                        change.what().equals(change.element().id()) ? "" : change.what(),
                        field.name(),
                        field.before(),
                        field.after()));
            }
        }
        return new QueryResult(List.of("load", "at", "change", "type", "id", "what", "field", "before", "after"), rows);
    }

    /** The first and the last load that had each claim. */
    static QueryResult lives(List<History.Life> lives) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (History.Life life : lives) {
            Map<String, Object> claim = life.claim().properties();
            rows.add(row(
                    life.claim().key().id(),
                    what(claim),
                    claim.get("stance"),
                    claim.get("assertedBy"),
                    at(life.firstSeen()),
                    at(life.lastSeen()),
                    at(life.retiredBy())));
        }
        return new QueryResult(
                List.of("claim", "says", "stance", "assertedBy", "firstSeen", "lastSeen", "retired"), rows);
    }

    private static String what(Map<String, Object> claim) {
        Object object = claim.get("object");
        return claim.get("subject") + " " + claim.get("relation") + " "
                + (object == null ? "= " + claim.get("value") : object);
    }

    private static @Nullable String at(@Nullable LoadRecord load) {
        return load == null ? null : load.at().toString();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        return row;
    }

    /** What the load did, in words. */
    static String summary(LoadRecord load) {
        LoadCounts total = load.total();
        return total.created() + " created, " + total.changed() + " changed, " + total.removed() + " removed, "
                + total.unchanged() + " left as they were, from " + load.files().count() + " files of which "
                + load.files().different() + " differed";
    }

    /** What a reader of the load's changes should know besides. */
    static List<String> remarks(LoadRecord load) {
        List<String> remarks = new ArrayList<>();
        load.files()
                .changed()
                .forEach(file -> remarks.add("  " + file.split(" (?=[0-9a-f]{64}$)")[0] + " is new or changed"));
        load.files().moved().forEach(file -> remarks.add("  " + file.replace(" -> ", " is now ")));
        load.files().gone().forEach(file -> remarks.add("  " + file + " is gone"));
        if (!load.listed()) {
            remarks.add("  of what it created, only the claims are listed");
        }
        if (load.omitted() > 0) {
            remarks.add("  " + load.omitted() + " further changes were too many to be kept");
        }
        return remarks;
    }

    static Map<String, @Nullable Object> load(LoadRecord load) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", load.number());
        fields.put("id", load.id());
        fields.put("at", load.at().toString());
        fields.put("milliseconds", load.milliseconds());
        fields.put("version", load.version());
        fields.put("ontology", load.ontology());
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("count", load.files().count());
        files.put("digest", load.files().digest());
        files.put("changed", load.files().changed());
        files.put("moved", load.files().moved());
        files.put("gone", load.files().gone());
        fields.put("files", files);
        fields.putAll(LoadReport.fields(load.total()));
        Map<String, Object> byType = new LinkedHashMap<>();
        load.counts().forEach((sort, counts) -> byType.put(sort.label(), LoadReport.fields(counts)));
        fields.put("byType", byType);
        return fields;
    }

    static Map<String, @Nullable Object> load(LoadRecord load, List<ElementChange> changes) {
        Map<String, @Nullable Object> fields = load(load);
        fields.put("listed", load.listed());
        fields.put("omitted", load.omitted());
        fields.put("changes", changes.stream().map(HistoryReport::change).toList());
        return fields;
    }

    static Map<String, @Nullable Object> biography(
            History history, String entity, History.Biography biography, List<ElementChange> changes) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("entity", entity);
        fields.put(
                "claims", biography.claims().stream().map(HistoryReport::life).toList());
        fields.put("changes", changes.stream().map(HistoryReport::change).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> life(History.Life life) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", life.claim().key().id());
        fields.put("says", what(life.claim().properties()));
        fields.put("stance", life.claim().properties().get("stance"));
        fields.put("assertedBy", life.claim().properties().get("assertedBy"));
        fields.put("document", life.claim().properties().get("document"));
        fields.put("firstSeen", seen(life.firstSeen()));
        fields.put("lastSeen", seen(life.lastSeen()));
        fields.put("retiredBy", seen(life.retiredBy()));
        return fields;
    }

    private static @Nullable Map<String, Object> seen(@Nullable LoadRecord load) {
        if (load == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("load", load.number());
        fields.put("at", load.at().toString());
        return fields;
    }

    private static Map<String, Object> change(ElementChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("load", change.load());
        fields.put("change", change.deed().label());
        fields.put("type", change.element().type());
        fields.put("id", change.element().id());
        fields.put("what", change.what());
        List<Map<String, Object>> changed = new ArrayList<>();
        for (ElementChange.Field field : change.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", field.name());
            one.put("before", field.before());
            one.put("after", field.after());
            changed.add(one);
        }
        fields.put("fields", changed);
        return fields;
    }
}
