import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { isLongRun } from '../support/longRun';
import { HOSTILE_ANSWERS } from './support/hostileTexts';

const run = promisify(execFile);
const SCRIPT = join(__dirname, 'support/readHostileAnswers.ts');
const LENGTH = isLongRun ? 250_000 : 25_000;

/** The script alone takes less than 16. */
const MEGABYTES = isLongRun ? 64 : 21;

it(`hostile answers of ${LENGTH} characters are read in a process that has ${MEGABYTES} MB`, async () => {
	const { stdout } = await run(process.execPath, [`--max-old-space-size=${MEGABYTES}`, '--import', 'tsx', SCRIPT, String(LENGTH)]);
	expect(stdout).toBe(`${HOSTILE_ANSWERS.length} answers read`);
}, 60_000);
