// Accounts that carry a campaign
// Accounts, sets of accounts and channels that links of content and attribution tie to the campaign, with the chain.
// :param campaign => 'Olimpiya'    id, name or alias of a campaign
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (c:Campaign)
WHERE c.id = $campaign OR c.folded CONTAINS '\n' + toLower($campaign) + '\n'
MATCH p = ALL SHORTEST (c)
    ((x:Entity WHERE x = c OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.class IN ['content', 'attribution'] AND h.walkable AND h.status <> 'not-established']-
        (y:Entity WHERE y <> c)){1,3}
    (a:Entity WHERE a.kind IN ['Account', 'AccountSet', 'Channel'])
RETURN a.name AS account, a.kind AS kind, a.placeholder AS unnamed, length(p) AS hops, [l IN h | type(l)] AS relations,
    [l IN h | l.status] AS statuses, p
ORDER BY hops, account, a.id, [l IN h | l.id]
LIMIT 100;
