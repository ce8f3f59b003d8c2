import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n-core writes a key into its user folder as soon as a node runs: never into the developer's own ~/.n8n. */
const folder = mkdtempSync(join(tmpdir(), 'cascade-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'engine-test';
process.env.N8N_LOG_LEVEL = 'silent';

const clean = (): void => {
	rmSync(folder, { recursive: true, force: true });
};
// Jest never lets a test file see its process end.
if ('afterAll' in globalThis) afterAll(clean);
else process.on('exit', clean);
