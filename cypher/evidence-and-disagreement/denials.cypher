// Who denies what
// Every denial with the assertions that it opposes. One without any answers something that nobody asserts here.
// :param party => ''    id, name or alias of whoever denies; empty for all
MATCH p = (who:Entity)<-[:ASSERTED_BY]-(c:Claim WHERE c.stance = 'denies')-[in:STATED_IN]->(d:Document)
WHERE $party = '' OR who.id = $party OR who.folded CONTAINS '\n' + toLower($party) + '\n'
OPTIONAL MATCH (c)-[:DENIES]->(denied:Claim)
WITH p, who, c, in, d, denied ORDER BY denied.statement, denied.id
WITH p, who, c, in, d, collect(denied.statement) AS assertions
RETURN who.name AS party, c.statement AS denial, size(assertions) AS opposed, assertions, d.id AS document,
    in.locator AS locator, p
ORDER BY party, who.id, document, locator, denial, c.id
LIMIT 200;
