-- Who is commanded by somebody is commanded by him, whichever of the two a document says.
WITH told AS (
  SELECT id, subject commander, relation, object commanded, modality, document FROM claim c
  WHERE relation IN (SELECT value FROM json_each(:below_commands))
    AND modality IN (SELECT value FROM json_each(:modality))
    AND subject IN (SELECT value FROM json_each(:commander))  -- with commander
    AND object IN (SELECT value FROM json_each(:commanded))  -- with commanded
    AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
    AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
  UNION ALL
  SELECT id, object, (SELECT id FROM term WHERE text = :rw || 'commands'), subject, modality, document FROM claim c
  WHERE relation = (SELECT id FROM term WHERE text = :rw || 'commandedBy')
    AND modality IN (SELECT value FROM json_each(:modality))
    AND object IN (SELECT value FROM json_each(:commander))  -- with commander
    AND subject IN (SELECT value FROM json_each(:commanded))  -- with commanded
    AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
    AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
)
SELECT commander, relation, commanded, modality, COUNT(DISTINCT document) AS "documents integer",
  COUNT(DISTINCT COALESCE(s.source, d.publisher, -document)) AS "sources integer"
FROM told t CROSS JOIN document d ON d.id = document LEFT JOIN source s ON s.claim = t.id
GROUP BY commander, relation, commanded, modality
