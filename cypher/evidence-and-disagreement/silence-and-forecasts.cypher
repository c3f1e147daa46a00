// Silence, forecasts and opinions
// Claims that draw no link: who gave no comment, what somebody expects, how somebody words it. None of them asserts or
// denies.
// :param stances => ['no-comment', 'forecasts', 'characterises']    stances to list
// :param entity => ''    id, name or alias of an entity of which they speak; empty for all
MATCH p = (s:Entity)<-[:SUBJECT]-(c:Claim WHERE c.stance IN $stances)-[in:STATED_IN]->(d:Document)
MATCH (c)-[:ASSERTED_BY]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH p, s, c, in, d, who, o
WHERE $entity = ''
    OR s.id = $entity OR s.folded CONTAINS '\n' + toLower($entity) + '\n'
    OR o.id = $entity OR o.folded CONTAINS '\n' + toLower($entity) + '\n'
RETURN c.stance AS stance, s.name AS subject, c.relation AS relation, coalesce(o.name, c.value) AS object,
    who.name AS saidBy, d.id AS document, in.locator AS locator, c.statement AS statement, p
ORDER BY stance, subject, relation, object, document, c.id
LIMIT 200;
