import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';

import { abandonedAttempts, newAttempt } from '../../../demo/n8n/attempts';

const cache = mkdtempSync(path.join(tmpdir(), 'cascade-messaging-test-'));
const folder = path.join(cache, 'n8n-2.40.7');

afterAll(() => {
	rmSync(cache, { recursive: true, force: true });
});

describe('attempts at an installation', () => {
	it('are abandoned when their process has ended, and left alone while it runs', async () => {
		const ours = newAttempt(folder);
		const noProcess = 2 ** 22 + 1;
		const ended = ours.replace(`-${process.pid}-`, `-${noProcess}-`);
		const ofAnotherMachine = ended.replace(hostname().replace(/[^A-Za-z0-9]/g, '_'), 'elsewhere');
		const ofAnotherVersion = ended.replace('2.40.7', '2.40.8');
		for (const attempt of [ours, ended, ofAnotherMachine, ofAnotherVersion, folder]) mkdirSync(attempt);
		expect(await abandonedAttempts(folder)).toEqual([ended]);
	});

	it('never share a name', () => {
		expect(newAttempt(folder)).not.toBe(newAttempt(folder));
	});
});
