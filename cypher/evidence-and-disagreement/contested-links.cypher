// Contested links
// Links that some assert and others deny or could not establish, with both sides.
// :param entity => ''    id, name or alias of either end; empty for all
MATCH p = (a:Entity)-[h WHERE h.status IN ['contested', 'not-established']]->(b:Entity)
WHERE $entity = ''
    OR a.id = $entity OR a.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR b.id = $entity OR b.folded CONTAINS '\n' + toLower($entity) + '\n'
UNWIND h.claims + h.against AS id
MATCH (c:Claim {id: id})-[:ASSERTED_BY]->(who:Entity)
WITH p, a, h, b, c.id IN h.claims AS asserts, who ORDER BY who.name, who.id
WITH p, a, h, b, collect(DISTINCT CASE WHEN asserts THEN who.name END) AS assertedBy,
    collect(DISTINCT CASE WHEN NOT asserts THEN who.name END) AS opposedBy
RETURN a.name AS subject, type(h) AS relation, b.name AS object, h.status AS status, assertedBy, opposedBy,
    h.walkable AS walkable, p
ORDER BY status, subject, relation, object, h.id
LIMIT 200;
