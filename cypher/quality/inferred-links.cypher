// Links that only a curator infers
// No document says so; the basis stands in the note. Look here first when a chain surprises.
// :param entity => ''    id, name or alias of either end; empty for all
MATCH p = (a:Entity)-[h WHERE h.status = 'inferred']->(b:Entity)
WHERE $entity = ''
    OR a.id = $entity OR a.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR b.id = $entity OR b.folded CONTAINS '\n' + toLower($entity) + '\n'
UNWIND h.claims AS id
MATCH (c:Claim {id: id})
RETURN a.name AS subject, type(h) AS relation, b.name AS object, h.walkable AS walkable, c.document AS document,
    c.note AS basis, p
ORDER BY walkable DESC, subject, relation, object, h.id, c.id
LIMIT 200;
