// Who is said to be behind a campaign, and what was not established
// Every claim that speaks to who conducts, funds or answers for the campaign, whatever its stance: assertions, denials,
// findings that could not be made, and opinions.
// :param campaign => 'Olimpiya'    id, name or alias of a campaign
// :param relations => ['ATTRIBUTED_TO', 'CONDUCTS', 'OPERATES', 'FUNDS']    relations that speak to responsibility
MATCH (e:Entity)
WHERE e.id = $campaign OR e.folded CONTAINS '\n' + toLower($campaign) + '\n'
MATCH p = (e)<-[:SUBJECT|OBJECT]-(c:Claim WHERE c.relation IN $relations)-[:SUBJECT|OBJECT]->(other:Entity)
MATCH (who:Entity)<-[:ASSERTED_BY]-(c)-[in:STATED_IN]->(d:Document)
RETURN other.name AS party, other.kind AS kind, c.relation AS relation, c.stance AS stance, c.modality AS modality,
    c.hedge AS hedge, who.name AS assertedBy, d.id AS document, in.locator AS locator, c.statement AS statement, p
ORDER BY stance, party, other.id, document, c.id
LIMIT 100;
