SELECT SUBSTR(COALESCE(c.date, d.date), 1, 7) AS "month text", c.relation, COUNT(*) AS "claims integer",
  COUNT(DISTINCT c.document) AS "documents integer"
FROM claim c JOIN document d ON d.id = c.document
WHERE COALESCE(c.date, d.date) IS NOT NULL
  AND (c.subject IN (SELECT value FROM json_each(:actor)) OR c.object IN (SELECT value FROM json_each(:actor)))  -- with actor
  AND c.modality IN (SELECT value FROM json_each(:modality))  -- with modality
GROUP BY 1, 2
