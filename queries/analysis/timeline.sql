SELECT c.earliest AS "earliest date", c.latest AS "latest date", COALESCE(c.date, d.date) AS "date text",
  CASE WHEN c.date IS NULL THEN 'document' ELSE 'claim' END AS "date_from text", c.subject, c.relation, c.object,
  c.modality, :base || c.iri AS "claim", d.iri AS "document"
FROM claim c JOIN document d ON d.id = c.document
WHERE COALESCE(c.date, d.date) IS NOT NULL
  AND (c.subject IN (SELECT value FROM json_each(:actor)) OR c.object IN (SELECT value FROM json_each(:actor)))  -- with actor
  AND c.relation IN (SELECT value FROM json_each(:relation))  -- with relation
  AND c.modality IN (SELECT value FROM json_each(:modality))  -- with modality
  AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
  AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
