-- With each relation named, both ends are found at once.
WITH ends (subject, object, relation) AS MATERIALIZED (
  SELECT one.value, other.value, relation.value
  FROM json_each(:subject) one, json_each(:object) other, json_each(:relations) relation
)
SELECT :base || c.iri AS "claim", c.relation, c.modality, d.iri AS "document", d.name AS "name text",
  c.start AS "start integer", c.end AS "end integer", q.text AS "quote text",
  CASE WHEN d.kept THEN d.iri || ' ' || c.start || ' ' || c.end END AS "quote words",
  COALESCE(c.date, d.date) AS "date text",
  CASE WHEN c.date IS NOT NULL THEN 'claim' WHEN d.date IS NOT NULL THEN 'document' END AS "date_from text",
  s.position AS "position integer", s.source
FROM ends
CROSS JOIN claim c USING (subject, object, relation)
CROSS JOIN document d ON d.id = c.document
LEFT JOIN source s ON s.claim = c.id
LEFT JOIN quote q ON q.document = c.document AND q.start = c.start AND q.end = c.end
WHERE 1
  AND c.relation IN (SELECT value FROM json_each(:relation))  -- with relation
  AND c.modality IN (SELECT value FROM json_each(:modality))  -- with modality
