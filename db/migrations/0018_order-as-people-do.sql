-- Text in the order in which people read it: no case, no accents, and numbers inside it by their value. The older way to name
-- a locale is the one that every build of ICU reads.
CREATE COLLATION app.as_people_read (provider = icu, locale = 'und@colNumeric=yes;colStrength=primary');--> statement-breakpoint
-- The indexes of the former order; those of the new one are made with the views.
DO $$
DECLARE former record;
BEGIN
  FOR former IN
    SELECT schemaname, indexname FROM pg_indexes
    WHERE schemaname IN ('public', 'history') AND indexdef LIKE '%app.sort_key(%'
  LOOP
    EXECUTE format('DROP INDEX %I.%I', former.schemaname, former.indexname);
  END LOOP;
END $$;--> statement-breakpoint
DROP FUNCTION app.sort_key(text);--> statement-breakpoint
-- What the order of a text is read from: one kind of apostrophe.
CREATE FUNCTION app.one_apostrophe(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.translate(value, '’‘`', '''''''')
$$;
