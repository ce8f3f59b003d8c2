import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execa } from 'execa';

const root = join(import.meta.dirname, '..');

/** What n8n looks at before it verifies a package. Tests, simulator, demo and bench never reach an n8n, and need what nodes may not use. */
const LOOKED_AT = ['package.json', 'tsconfig.json', 'eslint.config.mjs', 'README.md', 'LICENSE', 'nodes', 'credentials'];

/** `n8n-node lint`, in strict mode, of what is shipped: it lints all that stands in its folder, and knows no exceptions. */
const folder = await mkdtemp(join(tmpdir(), 'cascade-messaging-lint-'));
try {
	for (const name of LOOKED_AT) await cp(join(root, name), join(folder, name), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
	const { exitCode } = await execa('n8n-node', ['lint'], {
		cwd: folder,
		preferLocal: true,
		localDir: root,
		stdio: 'inherit',
		reject: false,
	});
	process.exitCode = exitCode;
} finally {
	await rm(folder, { recursive: true, force: true });
}
