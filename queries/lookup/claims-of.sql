WITH told AS (
  SELECT * FROM claim
  WHERE subject IN (SELECT value FROM json_each(:entity)) OR object IN (SELECT value FROM json_each(:entity))
)
SELECT :base || c.iri AS "claim", c.subject, c.relation, c.object, c.modality, d.iri AS "document", d.name AS "name text",
  (SELECT text FROM term WHERE id = d.publisher) AS "publisher text", s.position AS "position integer", s.source, c.place,
  c.start AS "start integer", c.end AS "end integer", q.text AS "quote text",
  CASE WHEN d.kept THEN d.iri || ' ' || c.start || ' ' || c.end END AS "quote words",
  CASE WHEN c.own THEN c.earliest END AS "earliest date", CASE WHEN c.own THEN c.latest END AS "latest date",
  d.earliest AS "documentEarliest date", d.latest AS "documentLatest date", c.confidence AS "confidence decimal",
  (SELECT text FROM term WHERE id = c.rule) AS "rule text"
FROM told c CROSS JOIN document d ON d.id = c.document
LEFT JOIN source s ON s.claim = c.id
LEFT JOIN quote q ON q.document = c.document AND q.start = c.start AND q.end = c.end
WHERE 1
  AND (c.subject = :the_other OR c.object = :the_other)  -- with other
