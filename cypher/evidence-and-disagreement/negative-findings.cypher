// What was looked for and not established
// Negative findings, with the status of the link if somebody asserts it all the same. A finding that could not be made is an
// answer, and no denial.
// :param entity => ''    id, name or alias of an entity of which the finding speaks; empty for all
MATCH p = (s:Entity)<-[:SUBJECT]-(c:Claim WHERE c.stance = 'not-established')-[in:STATED_IN]->(d:Document)
MATCH (c)-[:ASSERTED_BY]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH p, s, c, in, d, who, o
WHERE $entity = ''
    OR s.id = $entity OR s.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR o.id = $entity OR o.folded CONTAINS '\n' + toLower($entity) + '\n'
OPTIONAL MATCH (s)-[h WHERE type(h) = c.relation]->(o)
RETURN s.name AS subject, c.relation AS relation, coalesce(o.name, c.value) AS object, c.hedge AS hedge,
    who.name AS assertedBy, coalesce(h.status, 'nobody asserts it') AS link, d.id AS document, in.locator AS locator,
    c.statement AS statement, p
ORDER BY subject, relation, object, document, c.id
LIMIT 200;
