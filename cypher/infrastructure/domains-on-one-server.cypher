// Domains on one server
// Pairs of domains that documents place on the same server, with the claims behind each. Weak evidence: unrelated
// customers share servers.
// :param server => ''    id, name or alias of a server; empty for all
MATCH p = (a:Domain)-[h1:HOSTED_ON WHERE h1.status <> 'not-established']->(s:Server)
    <-[h2:HOSTED_ON WHERE h2.status <> 'not-established']-(b:Domain)
WHERE a.id < b.id AND ($server = '' OR s.id = $server OR s.folded CONTAINS '\n' + toLower($server) + '\n')
UNWIND h1.claims + h2.claims AS id
MATCH (c:Claim {id: id})
WITH a, b, s, h1, h2, p, c ORDER BY c.id
WITH a, b, s, h1, h2, p, collect(DISTINCT c.document) AS documents, collect(DISTINCT c.statement) AS statements
RETURN a.name AS domain, b.name AS other, s.name AS server, h1.status AS status, h2.status AS otherStatus, documents,
    statements, p
ORDER BY server, s.id, domain, a.id, other, b.id
LIMIT 200;
