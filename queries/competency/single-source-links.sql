-- Where one source says it all, any claim tells which: the speaker, else the publisher, else the document.
WITH alone AS (
  SELECT subject, relation, object, claims, documents, (
    SELECT IFNULL(speaker, -document) FROM claim c
    WHERE (c.subject, c.relation, c.object, c.modality) = (t.subject, t.relation, t.object, t.modality)
    LIMIT 1
  ) voice
  FROM tie t
  WHERE voices = 1 AND modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
    AND (subject IN (SELECT value FROM json_each(:actor)) OR object IN (SELECT value FROM json_each(:actor)))  -- with actor
)
SELECT subject, relation, object, CASE WHEN voice > 0 THEN voice WHEN d.publisher IS NULL THEN d.iri END AS "source",
  (SELECT text FROM term WHERE id = d.publisher) AS "source text", a.claims AS "claims integer",
  a.documents AS "documents integer"
FROM alone a LEFT JOIN document d ON d.id = -voice
