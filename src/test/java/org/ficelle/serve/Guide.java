package org.ficelle.serve;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The guide as its parts.
 *
 * @param slides the text of each, tags included
 * @param cells the statements to run, in order
 */
record Guide(List<String> slides, List<String> cells) {

    private static final Pattern SLIDE = Pattern.compile("<slide>(.*?)</slide>", Pattern.DOTALL);
    private static final Pattern CELL =
            Pattern.compile("<pre mode=\"cypher\" class=\"[^\"]*runnable\">(.*?)</pre>", Pattern.DOTALL);

    static Guide shipped() {
        String text = BrowserFiles.guide();
        return new Guide(
                SLIDE.matcher(text).results().map(slide -> slide.group(1)).toList(),
                CELL.matcher(text)
                        .results()
                        .map(cell -> cell.group(1)
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&amp;", "&")
                                .strip())
                        .toList());
    }
}
