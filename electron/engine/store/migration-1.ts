/** Schema 1. Small things are rows; observations are columns in `chunk` (design of the file: this folder's README). */
export const migration1 = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE import_batch (
  number INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  importedAt TEXT NOT NULL,
  undoneAt TEXT,
  plan TEXT NOT NULL,
  rowsRead INTEGER NOT NULL,
  rowsKept INTEGER NOT NULL,
  rowsReplaced INTEGER NOT NULL,
  rowsUnchanged INTEGER NOT NULL,
  rowsRejected INTEGER NOT NULL,
  firstDay INTEGER,
  lastDay INTEGER
) STRICT;

CREATE TABLE rejected_row (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  line INTEGER NOT NULL,
  columnName TEXT NOT NULL,
  reason TEXT NOT NULL,
  value TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_row_batch ON rejected_row (batch, line);

CREATE TABLE account (
  idx INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE life (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  account INTEGER NOT NULL REFERENCES account (idx),
  startDay INTEGER NOT NULL,
  noticeDay INTEGER,
  endDay INTEGER,
  assumedStart INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, account, startDay)
) STRICT;

CREATE TABLE attribute_value (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  account INTEGER NOT NULL REFERENCES account (idx),
  name TEXT NOT NULL,
  fromDay INTEGER,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX attribute_value_batch ON attribute_value (batch, account);

CREATE TABLE metric (
  idx INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('flow', 'level')),
  grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'quarter')),
  lagDays INTEGER NOT NULL
) STRICT;

CREATE TABLE chunk (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  metric INTEGER NOT NULL REFERENCES metric (idx),
  part INTEGER NOT NULL,
  rowCount INTEGER NOT NULL CHECK (rowCount > 0 AND rowCount <= 262144),
  account BLOB NOT NULL,
  day BLOB NOT NULL,
  value BLOB NOT NULL,
  knownOn BLOB,
  PRIMARY KEY (batch, metric, part)
) STRICT;

CREATE TABLE outcome (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  account INTEGER NOT NULL REFERENCES account (idx),
  day INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('churn', 'contraction', 'expansion', 'renewal', 'reactivation')),
  noticeDay INTEGER,
  voluntary INTEGER,
  amount REAL,
  reason TEXT
) STRICT;
CREATE INDEX outcome_batch ON outcome (batch, account, day);

CREATE TABLE record (
  batch INTEGER NOT NULL REFERENCES import_batch (number),
  source TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account (idx),
  day INTEGER NOT NULL,
  closedDay INTEGER,
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX record_batch ON record (batch, account, day);

CREATE TABLE design_item (
  kind TEXT NOT NULL CHECK (kind IN ('measure', 'scorecard', 'segment', 'backtestSettings')),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE design_step (
  number INTEGER PRIMARY KEY NOT NULL,
  nameKey TEXT NOT NULL,
  parameters TEXT NOT NULL,
  screen TEXT NOT NULL,
  forward TEXT NOT NULL,
  inverse TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE scorecard_version (
  scorecardId TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  savedAt TEXT NOT NULL,
  designHash TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (scorecardId, number)
) STRICT;

CREATE TABLE backtest_run (
  id TEXT PRIMARY KEY NOT NULL,
  scorecardId TEXT NOT NULL,
  designHash TEXT NOT NULL,
  ranAt TEXT NOT NULL,
  settings TEXT NOT NULL,
  scorecard TEXT NOT NULL,
  measures TEXT NOT NULL,
  dataHash TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT;

CREATE TABLE trial_ledger (
  number INTEGER PRIMARY KEY NOT NULL,
  scorecardId TEXT NOT NULL,
  designHash TEXT NOT NULL,
  testWindow TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  UNIQUE (designHash, testWindow)
) STRICT;
`;
