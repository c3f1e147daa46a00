// What two entities share
// Entities to which both are linked directly. Where one of the two links is not walkable, they share a context and no tie.
// :param one => 'domain:newyorkinsider'    id, name or alias of an entity
// :param other => 'domain:orkhanrza.com'    id, name or alias of another
MATCH (a:Entity)
WHERE a.id = $one OR a.folded CONTAINS '\n' + toLower($one) + '\n'
MATCH (b:Entity)
WHERE (b.id = $other OR b.folded CONTAINS '\n' + toLower($other) + '\n') AND a <> b
MATCH p = (a)-[h1 WHERE h1.status <> 'not-established']-(x:Entity)-[h2 WHERE h2.status <> 'not-established']-(b)
RETURN x.name AS shared, x.kind AS kind, type(h1) AS relation, type(h2) AS otherRelation,
    CASE WHEN h1.walkable AND h2.walkable THEN 'tie' ELSE 'context' END AS sort, h1.status AS status,
    h2.status AS otherStatus, p
ORDER BY sort DESC, shared, x.id, h1.id, h2.id
LIMIT 100;
