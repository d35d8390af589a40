-- Where one source says it all, the first claim tells which.
SELECT t.subject, t.relation, t.object, (SELECT source FROM source WHERE claim = c.id) AS "source",
  CASE WHEN c.speaker IS NULL THEN (SELECT text FROM term WHERE id = d.publisher) END AS "source text",
  CASE WHEN c.speaker IS NULL AND d.publisher IS NULL THEN d.iri END AS "source",
  t.claims AS "claims integer", t.documents AS "documents integer"
FROM tie t
JOIN claim c ON c.id = (
  SELECT id FROM claim
  WHERE (subject, relation, object, modality) = (t.subject, t.relation, t.object, t.modality) LIMIT 1
)
JOIN document d ON d.id = c.document
WHERE t.modality = (SELECT id FROM term WHERE text = :rw || 'asserted') AND t.voices = 1
  AND (t.subject IN (SELECT value FROM json_each(:actor)) OR t.object IN (SELECT value FROM json_each(:actor)))  -- with actor
