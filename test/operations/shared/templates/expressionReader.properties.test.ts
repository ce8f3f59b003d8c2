import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { RUNS } from '../../../protocol/support/runs';
import { share } from '../../../support/longRun';

const run = promisify(execFile);
const SCRIPT = join(__dirname, 'support/compareWithN8n.ts');
/** About one in six is read, one in three asked for jointly: of fewer than this, chance may leave less than a tenth. */
const TRIES = Math.max(RUNS.numRuns, 500);

/** The second in the long run; the third engine needs a compiled module: test/e2e asks the one of a real n8n. */
it.each(share(['legacy', 'quickjs'], 2, 0))(
	'what we read ourselves, or ask for jointly, is what the engine %s of n8n gives',
	async (engine) => {
		const { stdout } = await run(process.execPath, ['--import', 'tsx', SCRIPT, engine, String(TRIES)]);

		const { read, readJointly, ...others } = JSON.parse(stdout) as { read: number; readJointly: number };
		expect(others).toEqual({ engine, differences: [] });
		expect(Math.min(read, readJointly)).toBeGreaterThan(TRIES / 10);
	},
	600_000,
);
