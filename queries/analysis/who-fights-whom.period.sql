-- An attack on a place is no fight with an actor. The IRI tells a place from an actor.
SELECT subject AS "fighter", relation, object AS "opponent", modality, COUNT(DISTINCT c.document) AS "documents integer",
  COUNT(DISTINCT COALESCE(s.source, d.publisher, -c.document)) AS "sources integer"
FROM claim c CROSS JOIN document d ON d.id = c.document LEFT JOIN source s ON s.claim = c.id
WHERE relation IN (SELECT value FROM json_each(:below_fights) UNION SELECT value FROM json_each(:below_attacks))
  AND modality IN (SELECT value FROM json_each(:modality))
  AND subject IN (SELECT value FROM json_each(:fighter))  -- with fighter
  AND object IN (SELECT value FROM json_each(:opponent))  -- with opponent
  AND NOT EXISTS (SELECT 1 FROM term WHERE id = object AND INSTR(text, '/place/'))
  AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
  AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
GROUP BY subject, relation, object, modality
