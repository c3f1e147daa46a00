// Entities of which several dossiers speak
// Where one case touches another. To be spoken of in two dossiers is a reason to look, and no tie.
// :param kinds => []    kinds of entities to list, such as 'Person'; empty for all
MATCH (e:Entity WHERE $kinds = [] OR e.kind IN $kinds)<-[:SUBJECT|OBJECT]-(c:Claim)
UNWIND c.dossiers AS dossier
WITH e, c, dossier ORDER BY dossier
WITH e, collect(DISTINCT dossier) AS dossiers, count(DISTINCT c) AS claims
WHERE size(dossiers) > 1
RETURN e.name AS name, e.kind AS kind, e.id AS id, e.transit AS transit, claims, size(dossiers) AS count, dossiers, e
ORDER BY count DESC, name, id
LIMIT 100;
