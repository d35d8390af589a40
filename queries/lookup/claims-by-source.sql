WITH own AS (SELECT DISTINCT claim FROM source WHERE source IN (SELECT value FROM json_each(:source)))
SELECT c.subject, c.relation, c.object, c.modality, COALESCE(c.date, d.date) AS "date text", d.iri AS "document",
  d.name AS "name text", c.start AS "start integer", c.end AS "end integer", q.text AS "quote text",
  CASE WHEN d.kept THEN d.iri || ' ' || c.start || ' ' || c.end END AS "quote words", :base || c.iri AS "claim"
FROM own
CROSS JOIN claim c ON c.id = own.claim
CROSS JOIN document d ON d.id = c.document
LEFT JOIN quote q ON q.document = c.document AND q.start = c.start AND q.end = c.end
WHERE 1
  AND c.modality IN (SELECT value FROM json_each(:modality))  -- with modality
  AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
  AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
