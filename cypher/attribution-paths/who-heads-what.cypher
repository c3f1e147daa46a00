// Who heads, owns, directs or founded what
// Persons and bodies with a hold on a company, outlet, organisation, party or service.
// :param entity => ''    id, name or alias of either side; empty for all
MATCH p = (a:Entity)-[h:HEADS|DIRECTOR_OF|OWNS|FOUNDED WHERE h.status <> 'not-established']->(b:Entity)
WHERE $entity = ''
    OR a.id = $entity OR a.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR b.id = $entity OR b.folded CONTAINS '\n' + toLower($entity) + '\n'
RETURN a.name AS holder, type(h) AS relation, b.name AS body, b.kind AS kind, h.status AS status,
    size(h.origins) AS origins, h.documents AS documents, p
ORDER BY holder, a.id, relation, body, h.id
LIMIT 200;
