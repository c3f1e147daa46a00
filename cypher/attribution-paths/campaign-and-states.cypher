// How a campaign is connected with states
// Countries, governments, services and parties with which the campaign, or whatever up to two walkable links tie to it, is
// connected. A country of origin is a context: it names no government, and no path leads through it.
// :param campaign => 'Olimpiya'    id, name or alias of a campaign
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (c:Campaign)
WHERE c.id = $campaign OR c.folded CONTAINS '\n' + toLower($campaign) + '\n'
MATCH p = (c)
    ((x:Entity WHERE x = c OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(y:Entity WHERE y <> c)){0,2}
    (via:Entity WHERE via = c OR (via.transit AND via.degree <= $hub))
    -[last:ATTRIBUTED_TO|CONDUCTS|OPERATES|FUNDS|LINKED_TO|MEMBER_OF|EMPLOYED_BY|CLOSE_TO|CONNECTED_WITH
        |ORIGINATES_FROM|DECLARES_LOCATION|CITIZEN_OF|HAS_NATIONALITY]-
    (s:Entity WHERE s.kind IN ['Country', 'Government', 'Agency', 'DiplomaticMission', 'Party'])
RETURN s.name AS state, s.kind AS kind, type(last) AS relation, via.name AS through, last.status AS status,
    CASE WHEN last.walkable THEN 'tie' ELSE 'context' END AS sort, length(p) AS hops, p
ORDER BY sort DESC, hops, state, s.id, relation, [l IN relationships(p) | l.id]
LIMIT 100;
