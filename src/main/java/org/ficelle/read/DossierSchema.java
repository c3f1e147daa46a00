package org.ficelle.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Schema for dossiers, made from the tables that the reader decodes by. It knows no ontology: an editor completes
 * fields and closed lists, while kinds and relations are checked on reading.
 */
public final class DossierSchema {

    private DossierSchema() {}

    /** The schema (JSON Schema 2020-12) as text with a final line break. */
    public static String json() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put(Form.Words.WORDS, Form.object("type", "string", "pattern", Syntax.WORDS.pattern()));
        DossierShapes.ALL.stream()
                .filter(shape -> shape != DossierShapes.DOSSIER)
                .forEach(shape -> definitions.put(shape.name(), shape.schema()));
        Map<String, Object> schema = Form.object("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(DossierShapes.DOSSIER.schema());
        schema.put("$defs", definitions);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withArrayIndenter(indenter))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists, strings and numbers can be written", impossible);
        }
    }
}
