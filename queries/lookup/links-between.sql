-- With each relation named, both ends are found at once.
WITH pair (subject, object) AS (
  SELECT one.value, other.value FROM json_each(:one) one, json_each(:other) other
  UNION
  SELECT other.value, one.value FROM json_each(:one) one, json_each(:other) other
),
relation AS MATERIALIZED (SELECT value FROM json_each(:relations))
SELECT subject, relation, object, 'asserted' AS "origin text", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM pair CROSS JOIN relation CROSS JOIN tie USING (subject, object)
WHERE relation = value
UNION ALL
SELECT subject, relation, object, 'inferred', NULL, NULL, NULL
FROM pair CROSS JOIN relation CROSS JOIN link USING (subject, object)
WHERE relation = value AND origin = 1
