// Entities by a part of their name
// Whoever or whatever has the text in a name or an alias, whatever its case.
// :param text => 'rzayev'    a part of a name or alias, or a whole id
MATCH (e:Entity)
WHERE e.id = $text OR e.folded CONTAINS toLower($text)
RETURN e.name AS name, e.kind AS kind, e.id AS id, e.aliases AS aliases, e.degree AS links, e.dossiers AS dossiers, e
ORDER BY name, id
LIMIT 100;
