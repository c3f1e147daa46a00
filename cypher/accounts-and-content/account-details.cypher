// What is documented of an account
// Age, size, declared place, what it shows: every claim about an account that gives a value or a place. Shown as claimed,
// with who says it.
// :param account => ''    id, name or alias of an account, a set of accounts or a channel; empty for all
MATCH p = (a:Entity WHERE a.kind IN ['Account', 'AccountSet', 'Channel'])
    <-[:SUBJECT]-(c:Claim WHERE c.value IS NOT NULL
        OR c.relation IN ['DECLARES_LOCATION', 'CONNECTED_WITH', 'ON_PLATFORM', 'PRESENTS_AS', 'IMPERSONATES'])
    -[:STATED_IN]->(d:Document)
WHERE $account = '' OR a.id = $account OR a.folded CONTAINS '\n' + toLower($account) + '\n'
MATCH (c)-[:ASSERTED_BY]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN a.name AS account, c.relation AS relation, coalesce(o.name, c.value) AS value, c.stance AS stance,
    c.modality AS modality, who.name AS assertedBy, d.id AS document, c.statement AS statement, p
ORDER BY account, a.id, relation, value, document, c.id
LIMIT 200;
