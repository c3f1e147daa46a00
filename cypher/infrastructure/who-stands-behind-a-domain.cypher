// Who uses, registers, owns, fills or is promoted by a domain
// Persons, companies, outlets and accounts that a document ties to the domain directly.
// :param domain => ''    id, name or alias of a domain; empty for all
MATCH p = (d:Domain)
    -[h:USES_DOMAIN|REGISTERED_BY|OPERATES|OWNS|PROMOTES|PUBLISHED|AMPLIFIED WHERE h.status <> 'not-established']-
    (e:Entity)
WHERE $domain = '' OR d.id = $domain OR d.folded CONTAINS '\n' + toLower($domain) + '\n'
RETURN d.name AS domain, startNode(h).name AS subject, type(h) AS relation, endNode(h).name AS object,
    e.kind AS kind, h.status AS status, h.documents AS documents, p
ORDER BY domain, d.id, relation, subject, object, h.id
LIMIT 200;
