SELECT subject AS "supporter", relation, object AS "supported", modality, COUNT(DISTINCT c.document) AS "documents integer",
  COUNT(DISTINCT COALESCE(s.source, d.publisher, -c.document)) AS "sources integer"
FROM claim c CROSS JOIN document d ON d.id = c.document LEFT JOIN source s ON s.claim = c.id
WHERE relation IN (SELECT value FROM json_each(:below_supports))
  AND modality IN (SELECT value FROM json_each(:modality))
  AND subject IN (SELECT value FROM json_each(:supporter))  -- with supporter
  AND object IN (SELECT value FROM json_each(:supported))  -- with supported
  AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
  AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
GROUP BY subject, relation, object, modality
