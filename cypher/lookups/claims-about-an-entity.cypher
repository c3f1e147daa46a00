// What is claimed of an entity, for and against
// Every claim of which the entity is the subject or the object, whatever its stance, with who says it and where.
// :param entity => 'Olimpiya'    id, name or alias of an entity
MATCH (e:Entity)
WHERE e.id = $entity OR e.folded CONTAINS '\n' + toLower($entity) + '\n'
MATCH p = (e)<-[:SUBJECT|OBJECT]-(c:Claim)-[in:STATED_IN]->(d:Document)
MATCH (s:Entity)<-[:SUBJECT]-(c)-[:ASSERTED_BY]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, c.relation AS relation, coalesce(o.name, c.value) AS object, c.stance AS stance,
    c.modality AS modality, who.name AS assertedBy, d.id AS document, in.locator AS locator, c.statement AS statement, p
ORDER BY relation, subject, object, stance, document, c.id
LIMIT 200;
