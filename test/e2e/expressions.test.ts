import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

import { installN8n } from '../../demo/n8n/install';

const run = promisify(execFile);

const ROOT = path.resolve(__dirname, '..', '..');
const SCRIPT = path.join(ROOT, 'test/operations/shared/templates/support/compareWithN8n.ts');
const RUNS = 20_000;

void it('what we read of expressions ourselves, or ask for jointly, is what the default engine of a real n8n gives', async () => {
	const { node, folder } = await installN8n({ report: () => undefined, signal: AbortSignal.timeout(30 * 60_000) });
	const { stdout } = await run(node, ['--import', 'tsx', SCRIPT, 'vm', String(RUNS), folder], { cwd: ROOT });
	const { engine, read, readJointly, differences } = JSON.parse(stdout) as Record<'read' | 'readJointly', number> & {
		engine: string;
		differences: unknown[];
	};
	assert.deepEqual({ engine, differences }, { engine: 'vm', differences: [] });
	assert.ok(Math.min(read, readJointly) > RUNS / 10, `only ${read} and ${readJointly} of ${RUNS} expressions were compared`);
});
