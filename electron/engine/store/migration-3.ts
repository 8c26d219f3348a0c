/** Schema 3: versions keep their measures; sealed predictions; freezes, reviews and grades as entries that only grow. */
export const migration3 = `
ALTER TABLE scorecard_version ADD COLUMN measures TEXT;

CREATE TABLE sealed_prediction (
  id TEXT PRIMARY KEY NOT NULL,
  scorecardId TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE sealed_score (
  seal TEXT NOT NULL REFERENCES sealed_prediction (id),
  account INTEGER NOT NULL REFERENCES account (idx),
  tenths INTEGER,
  bandId TEXT,
  PRIMARY KEY (seal, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE lifecycle_entry (
  id TEXT PRIMARY KEY NOT NULL,
  scorecardId TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('freeze', 'freezeEnd', 'review', 'grade')),
  at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`;
