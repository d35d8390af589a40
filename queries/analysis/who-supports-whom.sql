SELECT subject AS "supporter", relation, object AS "supported", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM tie
WHERE relation IN (SELECT value FROM json_each(:below_supports))
  AND modality IN (SELECT value FROM json_each(:modality))
  AND subject IN (SELECT value FROM json_each(:supporter))  -- with supporter
  AND object IN (SELECT value FROM json_each(:supported))  -- with supported
