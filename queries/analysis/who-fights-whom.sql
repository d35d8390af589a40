-- An attack on a place is no fight with an actor. The IRI tells a place from an actor.
SELECT subject AS "fighter", relation, object AS "opponent", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM tie
WHERE relation IN (SELECT value FROM json_each(:below_fights) UNION SELECT value FROM json_each(:below_attacks))
  AND modality IN (SELECT value FROM json_each(:modality))
  AND subject IN (SELECT value FROM json_each(:fighter))  -- with fighter
  AND object IN (SELECT value FROM json_each(:opponent))  -- with opponent
  AND NOT EXISTS (SELECT 1 FROM term WHERE id = object AND INSTR(text, '/place/'))
