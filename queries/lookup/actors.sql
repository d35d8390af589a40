SELECT entity, COUNT(DISTINCT id) AS "claims integer", COUNT(DISTINCT document) AS "documents integer"
FROM (SELECT subject entity, id, document FROM claim UNION ALL SELECT object, id, document FROM claim)
GROUP BY entity
