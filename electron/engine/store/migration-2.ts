/** Schema 2: kinds of record, when a record was known, entries by hand, and user-level events as columns. */
export const migration2 = `
ALTER TABLE record ADD COLUMN kind TEXT NOT NULL DEFAULT 'record'
  CHECK (kind IN ('record', 'survey', 'hearingNote', 'intervention'));
ALTER TABLE record ADD COLUMN knownDay INTEGER;
ALTER TABLE record ADD COLUMN entry INTEGER;
ALTER TABLE record ADD COLUMN typedDay INTEGER;
ALTER TABLE record ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

ALTER TABLE outcome ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

CREATE TABLE event_user (
  idx INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE event_name (
  idx INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE event_chunk (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  source TEXT NOT NULL,
  part INTEGER NOT NULL,
  rowCount INTEGER NOT NULL CHECK (rowCount > 0 AND rowCount <= 262144),
  lagDays INTEGER NOT NULL,
  account BLOB NOT NULL,
  day BLOB NOT NULL,
  user BLOB NOT NULL,
  event BLOB NOT NULL,
  quantity BLOB NOT NULL,
  PRIMARY KEY (batch, source, part)
) STRICT;
`;
