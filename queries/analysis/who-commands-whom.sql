-- Who is commanded by somebody is commanded by him, whichever of the two a document says; where documents say both,
-- their claims are counted together.
WITH command AS (SELECT id FROM term WHERE text = :rw || 'commands'),
back AS (
  SELECT object commander, subject commanded, modality FROM tie
  WHERE relation = (SELECT id FROM term WHERE text = :rw || 'commandedBy')
)
SELECT subject AS "commander", relation, object AS "commanded", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM tie
WHERE relation IN (SELECT value FROM json_each(:below_commands))
  AND modality IN (SELECT value FROM json_each(:modality))
  AND subject IN (SELECT value FROM json_each(:commander))  -- with commander
  AND object IN (SELECT value FROM json_each(:commanded))  -- with commanded
  AND NOT (relation = (SELECT id FROM command) AND (subject, object, modality) IN (SELECT * FROM back))
UNION ALL
SELECT commander, (SELECT id FROM command), commanded, b.modality, COUNT(DISTINCT c.document),
  COUNT(DISTINCT COALESCE(s.source, d.publisher, -c.document))
FROM back b
JOIN claim c ON c.modality = b.modality AND (
  c.subject = commanded AND c.object = commander
    AND c.relation = (SELECT id FROM term WHERE text = :rw || 'commandedBy')
  OR c.subject = commander AND c.object = commanded AND c.relation = (SELECT id FROM command)
)
JOIN document d ON d.id = c.document LEFT JOIN source s ON s.claim = c.id
WHERE b.modality IN (SELECT value FROM json_each(:modality))
  AND commander IN (SELECT value FROM json_each(:commander))  -- with commander
  AND commanded IN (SELECT value FROM json_each(:commanded))  -- with commanded
GROUP BY commander, commanded, b.modality
