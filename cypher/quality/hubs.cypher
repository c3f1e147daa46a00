// Hubs
// Entities with many walkable links. A path does not pass through one with more than 50, nor through a kind that is no
// transit; what hangs together through it alone need not belong together.
// :param least => 4    the fewest walkable links to be listed
MATCH (e:Entity)
WHERE e.degree >= $least
RETURN e.name AS name, e.kind AS kind, e.degree AS links, e.transit AS transit, e.id AS id, e
ORDER BY links DESC, name, id
LIMIT 100;
