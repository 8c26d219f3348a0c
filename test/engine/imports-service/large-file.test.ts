import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvLimits } from '../../../electron/engine/imports/csv-limits.ts';
import { importsUnderTest, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

describe('a file above the limit', () => {
  it('is refused until the person raises the limit for it', async () => {
    await imports.newWorkspace();
    const path = join(imports.running().folder, 'large.csv');
    const file = openSync(path, 'w');
    writeSync(file, 'id,date,logins\r\na,2024-01-01,1\r\n');
    // A hole: no disk is used, and the reader soon meets a cell that does not end.
    ftruncateSync(file, csvLimits.fileBytes + 1);
    closeSync(file);
    const token = await imports.running().addFile(path);
    const codeOf = async (allowLarge: boolean) => {
      const plan = usagePlan(allowLarge ? { allowLarge } : {});
      const taskId = `large ${allowLarge}`;
      const asked = await imports.running().ask('imports.commit', { token, plan, taskId });
      return asked.ok ? 'ok' : asked.error.code;
    };
    expect(await codeOf(false)).toBe('fileTooLarge');
    expect(await codeOf(true)).toBe('cellTooLarge');
  });
});
