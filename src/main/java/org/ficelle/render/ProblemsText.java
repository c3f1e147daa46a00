package org.ficelle.render;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/** Problems in data, one line each: errors by place, then warnings grouped by rule. */
public final class ProblemsText {

    private ProblemsText() {}

    /** Errors first, then each group of warnings under its rule; empty text for no problems. */
    public static String of(List<Problem> problems, Style style) {
        Page page = new Page();
        problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .sorted()
                .forEach(problem -> page.line(problem.toString()));
        Map<String, List<Problem>> warnings = problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .sorted()
                .collect(Collectors.groupingBy(Problem::rule, TreeMap::new, Collectors.toList()));
        warnings.forEach((rule, group) -> {
            page.line(style.warning(rule + ": " + Numbers.count(group.size(), "warning")));
            group.forEach(problem -> page.line("  " + problem));
        });
        return page.toString();
    }
}
