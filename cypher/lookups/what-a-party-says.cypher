// What one party says
// Every claim that the party asserts, denies, forecasts or could not establish.
// :param party => 'VIGINUM'    id, name or alias of whoever speaks
// :param stances => ['asserts', 'denies', 'not-established', 'no-comment', 'forecasts', 'characterises']    stances to list
MATCH (who:Entity)
WHERE who.id = $party OR who.folded CONTAINS '\n' + toLower($party) + '\n'
MATCH p = (who)<-[:ASSERTED_BY]-(c:Claim WHERE c.stance IN $stances)-[:SUBJECT]->(s:Entity)
MATCH (c)-[in:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, c.relation AS relation, coalesce(o.name, c.value) AS object, c.stance AS stance,
    c.modality AS modality, d.id AS document, in.locator AS locator, c.statement AS statement, p
ORDER BY stance, subject, relation, object, document, c.id
LIMIT 200;
