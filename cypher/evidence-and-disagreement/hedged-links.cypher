// Links that rest on hedged words only
// Walkable links of which every asserting claim is weakened in its document: "at least one", "likely", "close to".
// :param entity => ''    id, name or alias of either end; empty for all
MATCH p = (a:Entity)-[h WHERE h.walkable]->(b:Entity)
WHERE $entity = ''
    OR a.id = $entity OR a.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR b.id = $entity OR b.folded CONTAINS '\n' + toLower($entity) + '\n'
UNWIND h.claims AS id
MATCH (c:Claim {id: id})
WITH p, a, h, b, c ORDER BY c.id
WITH p, a, h, b, collect(DISTINCT c.hedge) AS hedges, collect(c.statement) AS statements, count(c.hedge) AS hedged
WHERE hedged = size(h.claims)
RETURN a.name AS subject, type(h) AS relation, b.name AS object, h.status AS status, hedges, statements,
    h.documents AS documents, p
ORDER BY subject, relation, object, h.id
LIMIT 200;
