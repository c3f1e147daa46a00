// All links of an entity
// Every link that begins or ends at the entity, with its status; the walkable ones, which a path may use, come first.
// :param entity => 'Olimpiya'    id, name or alias of an entity
MATCH (e:Entity)
WHERE e.id = $entity OR e.folded CONTAINS '\n' + toLower($entity) + '\n'
MATCH p = (e)-[h]-(:Entity)
RETURN startNode(h).name AS subject, type(h) AS relation, endNode(h).name AS object, h.status AS status,
    h.walkable AS walkable, size(h.claims) AS claims, size(h.against) AS against, size(h.origins) AS origins, p
ORDER BY walkable DESC, relation, subject, object, h.id
LIMIT 200;
