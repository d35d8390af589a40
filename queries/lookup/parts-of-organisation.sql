WITH belongs AS (SELECT id FROM term WHERE text IN (:rw || 'partOf', :rw || 'memberOf')),
whole (id) AS (
  SELECT value FROM json_each(:organisation)
  UNION
  SELECT subject FROM whole CROSS JOIN link ON object = whole.id AND relation IN (SELECT id FROM belongs)
)
SELECT DISTINCT subject AS "part", relation, object AS "whole",
  CASE origin WHEN 0 THEN 'asserted' ELSE 'registry' END AS "origin text"
FROM whole CROSS JOIN link ON object = whole.id AND relation IN (SELECT id FROM belongs) AND origin <> 1
